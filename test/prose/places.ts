// Finds the words of `terms.ts` in every text of the repository.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFiles } from '../../mappings/kernel/discover.ts'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { terms } from './terms.ts'
import { markdownTexts, typescriptTexts } from './texts.ts'

const documents = ['README.md', 'CONTRIBUTING.md', 'DECISIONS.md', 'FORMATS.md', 'SECURITY.md']
const areas = ['pipeline', 'mappings', 'rules', 'dashboards', 'test'] as const

/**
 * Every place where a text uses a word that `terms.ts` avoids, except the list itself, its test, and the campaigns of
 * other authors.
 */
export function places(): string[] {
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
      terms.flatMap(([pattern, write]) =>
        [...text.matchAll(pattern)].map(([found]) => `${file}:${line}: "${found}" → ${write}`),
      ),
    )
  })
}
