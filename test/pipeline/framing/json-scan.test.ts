import { expect, it } from 'vitest'
import { findRecordArray } from '../../../pipeline/framing/json-scan.ts'

const find = (text: string) => {
  const at = findRecordArray(Buffer.from(text), 0, Buffer.byteLength(text))
  return at === -1 ? undefined : text.slice(at)
}

it('findRecordArray finds the first record array that is not empty', () => {
  expect(find('{"kind":"x","value":[ ],"n":{"items":[1]},"b":true,"items": [ {"a":1}')).toBe(' {"a":1}')
})

it.each(['{"rows":[1]}', '{"items":{"a":[1]}}', '{"items":[', '{"items"', '{"a\\"items":[1]}', '{}', '{"a":"x'])(
  'findRecordArray finds none in %s',
  (text) => {
    expect(find(text)).toBeUndefined()
  },
)
