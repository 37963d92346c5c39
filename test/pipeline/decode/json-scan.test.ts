import { describe, expect, it } from 'vitest'
import { findRecordArray, nestsDeeperThan } from '../../../pipeline/decode/json-scan.ts'

describe('nestsDeeperThan', () => {
  it.each([
    ['[[[]]]', 3, false],
    ['[[[]]]', 2, true],
    ['{"a":{"b":[]},"c":{}}', 2, true],
    ['{"a":{"b":1},"c":{}}', 2, false],
    ['{"[[[[":"{{{{\\"[[["}', 1, false],
    ['{"a":"\\\\","b":[[]]}', 2, true],
    ['"', 0, false],
  ])('looks at %s for more than %d levels', (text, limit, expected) => {
    expect(nestsDeeperThan(text, limit)).toBe(expected)
  })
})

describe('findRecordArray', () => {
  const find = (text: string) => {
    const at = findRecordArray(Buffer.from(text), 0, Buffer.byteLength(text))
    return at === -1 ? undefined : text.slice(at)
  }

  it('finds the first record array that holds something', () => {
    expect(find('{"kind":"x","value":[ ],"n":{"items":[1]},"b":true,"items": [ {"a":1}')).toBe(' {"a":1}')
  })

  it.each(['{"rows":[1]}', '{"items":{"a":[1]}}', '{"items":[', '{"items"', '{"a\\"items":[1]}', '{}', '{"a":"x'])(
    'finds none in %s',
    (text) => {
      expect(find(text)).toBeUndefined()
    },
  )
})
