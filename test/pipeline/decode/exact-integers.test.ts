import { expect, it } from 'vitest'
import { SourceText } from '../../../pipeline/decode/exact-integers.ts'

it('the exact digits of a number beyond 2^53 come from a number in the text, not from a string', () => {
  const text = String.raw`{"note":"\" :1234567890123456781,","id": 1234567890123456782, "list":[1234567890123999999]}`
  const source = new SourceText(text)
  for (const digits of ['1234567890123456782', '1234567890123999999'])
    expect(source.digits(Number(digits))).toBe(digits)
})

it('a text with millions of escaped characters does not exhaust the stack', () => {
  const text = `{"note":"${'\\n'.repeat(4_000_000)}","id":1234567890123456782}`
  expect(new SourceText(text).digits(Number('1234567890123456782'))).toBe('1234567890123456782')
})
