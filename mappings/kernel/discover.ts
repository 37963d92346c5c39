// Content is found by its file name, so that adding a mapping, a rule or a dashboard edits no shared list.
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { codeRoot } from './package-root.ts'

/** A content file and its default export. `file` is relative to the code root, with `/` and the suffix `.ts`. */
export interface Content<T> {
  readonly file: string
  readonly value: T
}

/** Files below `folder` with names that end in `suffix`, sorted, as absolute paths. */
export function findFiles(folder: string, suffix: string): string[] {
  return filesBelow(folder, (name) => name.endsWith(suffix))
}

/** Returns the files below `folder` with this name, sorted, as absolute paths. */
export function findNamed(folder: string, wanted: string): string[] {
  return filesBelow(folder, (name) => name === wanted)
}

function filesBelow(folder: string, matches: (name: string) => boolean): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && matches(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** In a compiled installation, content is JavaScript. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'

/**
 * Imports the default export of every `*.<kind>.ts` below `area` of the code root (compiled: `*.<kind>.js`).
 * Sorted by file name; throws when a module cannot be loaded.
 */
export function loadContent<T>(area: string, kind: string): Promise<Content<T>[]> {
  return importAll(findFiles(join(codeRoot, area), `.${kind}.${extension}`))
}

/** The same for every folder `<area>/<group>/<name>/` that holds a file `<kind>.ts`. */
export function loadFolders<T>(area: string, kind: string): Promise<Content<T>[]> {
  const root = join(codeRoot, area)
  const files = findNamed(root, `${kind}.${extension}`)
  return importAll(files.filter((file) => relative(root, file).split(sep).length === 3))
}

function importAll<T>(files: readonly string[]): Promise<Content<T>[]> {
  return Promise.all(
    files.map(async (file) => {
      const module = (await import(pathToFileURL(file).href)) as { default: T }
      const name = relative(codeRoot, file).split(sep).join('/')
      return { file: name.replace(/\.js$/, '.ts'), value: module.default }
    }),
  )
}
