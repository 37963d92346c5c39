// Content is found by its file name, so that adding a mapping, a rule or a dashboard edits no shared list.
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { codeRoot } from './package-root.ts'

/** A content file and what it exports. `file` is relative to the code root, with `/` and the suffix `.ts`. */
export interface Content<T> {
  readonly file: string
  readonly value: T
}

/** Files below `folder` whose names end in `suffix`, sorted, as absolute paths. */
export function findFiles(folder: string, suffix: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/**
 * Imports the default export of every `*.<kind>.ts` below `area` of the code root (compiled: `*.<kind>.js`).
 * Sorted by file name; throws when a module cannot be loaded.
 */
export async function loadContent<T>(area: string, kind: string): Promise<Content<T>[]> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const files = findFiles(join(codeRoot, area), `.${kind}.${extension}`)
  return Promise.all(
    files.map(async (file) => {
      const module = (await import(pathToFileURL(file).href)) as { default: T }
      const name = relative(codeRoot, file).split(sep).join('/')
      return { file: name.replace(/\.js$/, '.ts'), value: module.default }
    }),
  )
}
