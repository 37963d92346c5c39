// Counts the words of `terms.ts` in every text of the repository.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFiles } from '../../mappings/kernel/discover.ts'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { terms } from './terms.ts'
import { markdownTexts, typescriptTexts } from './texts.ts'

const documents = ['README.md', 'CONTRIBUTING.md', 'DECISIONS.md', 'FORMATS.md', 'SECURITY.md']
const areas = ['pipeline', 'mappings', 'rules', 'dashboards', 'test'] as const

/** Word → number of places. */
export type Counts = Readonly<Record<string, number>>

export interface Place {
  readonly word: string
  readonly file: string
  readonly line: number
  readonly found: string
  readonly write: string
}

/**
 * Every place where a text uses a word that `terms.ts` avoids, except the list itself, its test, and the campaigns of
 * other authors.
 */
export function places(): Place[] {
  const files = [
    ...documents,
    ...areas.flatMap((area) =>
      ['.ts', '.md'].flatMap((ending) =>
        findFiles(join(packageRoot, area), ending).map((path) => path.slice(packageRoot.length + 1)),
      ),
    ),
  ].filter(
    (file) =>
      !['test/prose/terms.ts', 'test/content/prose.test.ts'].includes(file) &&
      !/^rules\/campaigns\/|\/generated\//.test(file),
  )
  return files.flatMap((file) => {
    const source = readFileSync(join(packageRoot, file), 'utf8')
    const texts = file.endsWith('.md') ? markdownTexts(source) : typescriptTexts(file, source)
    return texts.flatMap(({ line, text }) =>
      terms.flatMap(({ word, pattern, write }) =>
        [...text.matchAll(pattern)].map(([found]) => ({ word, file, line, found, write })),
      ),
    )
  })
}

/** Word → number of places, with sorted keys. */
export function count(found: readonly Place[]): Counts {
  const counts: Record<string, number> = {}
  for (const { word } of found) counts[word] = (counts[word] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).sort())
}

/** What grew beyond the baseline, one sentence each. */
export function growth(counts: Counts, baseline: Counts): string[] {
  return Object.entries(counts)
    .filter(([word, number]) => number > (baseline[word] ?? 0))
    .map(([word, number]) => `"${word}" in ${number} places; the baseline allows ${baseline[word] ?? 0}`)
}
