// Counts the words of `terms.ts` in every text of the repository, by area.
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
  readonly area: string
  readonly word: string
  readonly file: string
  readonly line: number
  readonly found: string
  readonly write: string
}

/** Every place where a text uses a word that `terms.ts` avoids. The list of words itself is left out. */
export function places(): Place[] {
  const files = [
    ...documents.map((file) => ({ area: 'documents', file })),
    ...areas.flatMap((area) =>
      ['.ts', '.md'].flatMap((ending) =>
        findFiles(join(packageRoot, area), ending).map((path) => ({ area, file: path.slice(packageRoot.length + 1) })),
      ),
    ),
  ].filter(({ file }) => file !== 'test/prose/terms.ts' && !file.includes('/generated/'))
  return files.flatMap(({ area, file }) => {
    const source = readFileSync(join(packageRoot, file), 'utf8')
    const texts = file.endsWith('.md') ? markdownTexts(source) : typescriptTexts(file, source)
    return texts.flatMap(({ line, text }) =>
      terms.flatMap(({ word, pattern, write }) =>
        [...text.matchAll(pattern)].map(([found]) => ({ area, word, file, line, found, write })),
      ),
    )
  })
}

/** Area → word → number of places, with sorted keys. */
export function count(found: readonly Place[]): Record<string, Counts> {
  const counts: Record<string, Record<string, number>> = {}
  for (const { area, word } of found) {
    counts[area] ??= {}
    const ofArea = counts[area]
    ofArea[word] = (ofArea[word] ?? 0) + 1
  }
  return Object.fromEntries(
    Object.entries(counts)
      .sort()
      .map(([area, words]) => [area, Object.fromEntries(Object.entries(words).sort())]),
  )
}

/** What grew beyond the baseline, one sentence each. */
export function growth(counts: Readonly<Record<string, Counts>>, baseline: Readonly<Record<string, Counts>>): string[] {
  return Object.entries(counts).flatMap(([area, words]) =>
    Object.entries(words)
      .filter(([word, number]) => number > (baseline[area]?.[word] ?? 0))
      .map(
        ([word, number]) =>
          `${area}: "${word}" in ${number} places; the baseline allows ${baseline[area]?.[word] ?? 0}`,
      ),
  )
}
