import { expect, it } from 'vitest'
import type { JsonObject } from '../../../../../mappings/kernel/json.ts'
import { dottedAsMessages } from '../../../../../mappings/vendors/google-workspace/readers/dotted-names.ts'

const text = (name: string) => ({ name, value: 'x' })
const inside = (name: string, ...parameter: JsonObject[]) => ({ name, messageValue: { parameter } })

it('a parameter with a dotted name becomes the messages of its path, merged with existing messages', () => {
  const flat = [text('plain'), text('a.b.c'), text('a.d'), inside('a', text('e'))]
  expect(dottedAsMessages(flat)).toEqual([text('plain'), inside('a', text('d'), text('e'), inside('b', text('c')))])
})

it('a parameter with a dotted name loses the path of its surrounding message', () => {
  const list = { name: 'a.many', multiMessageValue: [{ parameter: [text('a.many.c')] }] }
  expect(dottedAsMessages([inside('a', text('a.b'), list)])).toEqual([
    inside('a', text('b'), { name: 'many', multiMessageValue: [{ parameter: [text('c')] }] }),
  ])
})

it('parameters without dots, and paths deeper than Google’s paths, stay unchanged', () => {
  const plain = [text('a'), inside('b', text('c'))]
  expect(dottedAsMessages(plain)).toBe(plain)
  const deep = dottedAsMessages([text('a.'.repeat(10_000))])
  expect(JSON.stringify(deep).length).toBeLessThan(21_000)
})

it('an entry that is not a parameter stays unchanged next to dotted names', () => {
  expect(dottedAsMessages([null, 'text', { name: 5 }, text('.a.b')])).toEqual([null, 'text', { name: 5 }, text('.a.b')])
})
