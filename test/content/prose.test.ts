// Texts use the words of the glossary. The baseline holds what older texts still have; it may only shrink.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { type Counts, count, growth, places } from '../prose/count.ts'
import { markdownTexts, typescriptTexts } from '../prose/texts.ts'

const baseline = JSON.parse(readFileSync(join(packageRoot, 'test/prose/baseline.json'), 'utf8')) as Counts

it('the prose check finds no more words to avoid than the baseline allows (see npm run prose)', () => {
  expect(growth(count(places()), baseline)).toEqual([])
})

it('the prose check reports a word that the baseline does not have', () => {
  expect(growth({ mend: 2 }, { mend: 1 })).toEqual(['"mend" in 2 places; the baseline allows 1'])
})

it('the prose check reads prose of Markdown and leaves code out', () => {
  expect(markdownTexts('Fix `mend`.\n```\nmend\n```\nmend')).toEqual([
    { line: 1, text: 'Fix `.' },
    { line: 5, text: 'mend' },
  ])
})

it('the prose check reads comments and sentences of TypeScript, and leaves names and import paths out', () => {
  const source = "import { a } from './a b.ts'\n// A comment.\nexport const b = { name: 'name', text: 'A sentence.' }\n"
  expect(typescriptTexts('a.ts', source)).toEqual([
    { line: 2, text: '// A comment.' },
    { line: 3, text: 'A sentence.' },
  ])
})
