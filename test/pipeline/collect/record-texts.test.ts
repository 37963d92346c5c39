import { expect, it } from 'vitest'
import { recordTexts } from '../../../pipeline/collect/record-texts.ts'

it.each([
  ['[{"a":1},null,"x",[{"b":"]"}],{"c":2}]', ['{"a":1}', 'null', '"x"', '[{"b":"]"}]', '{"c":2}']],
  ['[null]', ['null']],
  ['[{"a":1}, -1.5 ,\n true]', ['{"a":1}', '-1.5', 'true']],
  ['{"value":[{"a":1},null,false]}', ['{"a":1}', 'null', 'false']],
])('each element of %s has its own text, also one that is no object', (page, texts) => {
  expect(recordTexts(page)).toEqual(texts)
})
