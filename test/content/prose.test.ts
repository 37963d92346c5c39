// All texts use the terms of the glossary.
import { expect, it } from 'vitest'
import { places } from '../prose/places.ts'
import { markdownTexts, typescriptTexts } from '../prose/texts.ts'

it('no text of the repository contains a word of the list of words to avoid', () => {
  expect(places()).toEqual([])
})

it('the prose check reads the prose of Markdown and ignores code', () => {
  expect(markdownTexts('Fix `mend`.\n```\nmend\n```\nmend')).toEqual([
    { line: 1, text: 'Fix `.' },
    { line: 5, text: 'mend' },
  ])
})

it('the prose check reads comments and sentences in TypeScript, and ignores names', () => {
  const source = "import { a } from './b.ts'\n// A comment.\nexport const b = { name: 'name', text: 'A sentence.' }\n"
  expect(typescriptTexts('a.ts', source)).toEqual([
    { line: 2, text: '// A comment.' },
    { line: 3, text: 'A sentence.' },
  ])
})
