import { expect, it } from 'vitest'
import { SourceText } from '../../../pipeline/decode/exact-integers.ts'

it('a text with millions of escaped characters does not exhaust the stack', () => {
  const text = `{"note":"${'\\n'.repeat(4_000_000)}","id":1234567890123456782}`
  expect(new SourceText(text).digits(Number('1234567890123456782'))).toBe('1234567890123456782')
})
