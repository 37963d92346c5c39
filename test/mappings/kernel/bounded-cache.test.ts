import { expect, it } from 'vitest'
import { boundedCache } from '../../../mappings/kernel/bounded-cache.ts'

it('a bounded cache computes a value once while it is cached, and evicts unused values', () => {
  const cache = boundedCache<{ key: string }>({ limit: 2 })
  const made: string[] = []
  const get = (key: string) =>
    cache(key, () => {
      made.push(key)
      return { key }
    })
  for (const key of ['a', 'a', 'b', 'c', 'a', 'd', 'e', 'f', 'b']) expect(get(key)).toEqual({ key })
  expect(made).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'b'])
})

it('a bounded cache does not store long keys', () => {
  const cache = boundedCache<{ n: number }>({ keyLength: 3 })
  let n = 0
  for (let i = 0; i < 2; i++) cache('long', () => ({ n: ++n }))
  expect(n).toBe(2)
})
