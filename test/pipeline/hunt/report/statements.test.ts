import { expect, it } from 'vitest'
import { firstOf, grouped, likenessOf } from '../../../../pipeline/hunt/report/statements.ts'

it('equal statements about many applications become one sentence, and other statements stay separate', () => {
  const equal = Array.from({ length: 9 }, (_, i) => ({ about: `App ${i}`, what: 'The tokens may have been stolen.' }))
  const other = { about: 'App 3', what: 'It was used after it was disabled.' }
  expect(grouped([...equal, other], 'application', ': ')).toEqual([
    'App 0, App 1, App 2 and 6 more applications: The tokens may have been stolen.',
    'App 3: It was used after it was disabled.',
  ])
})

it('statements about a repeated attack become one sentence with their count, the accounts and the first statement', () => {
  const statements = [1, 2, 3, 4].map((i) => ({
    about: `user${i}@a.example`,
    what: `registered the device "PC-${i}" at 2026-03-0${i}T10:00:00Z from 203.0.113.${i}.`,
  }))
  expect(grouped(statements, 'account', ' ')).toEqual([
    '4 similar findings about user1@a.example, user2@a.example, user3@a.example and 1 more account. The first: user1@a.example registered the device "PC-1" at 2026-03-01T10:00:00Z from 203.0.113.1.',
  ])
})

// An algorithm with quadratic time takes minutes.
it('statements are similar regardless of addresses, even with a hostile word of a million characters', {
  timeout: 60_000,
}, () => {
  const from = (address: string) => likenessOf(`used data from ${address}.`)
  for (const address of ['2001:db8::7', '::1', 'mara@a.example']) expect(from(address)).toBe(from('203.0.113.7'))
  for (const part of ['a', '1', '1.', 'a:', '@']) likenessOf(part.repeat(1_000_000))
})

it('a long list of sentences ends with the number of omitted sentences', () => {
  expect(firstOf(['a', 'b'], 2)).toEqual(['a', 'b'])
  expect(firstOf(['a', 'b', 'c', 'd'], 2).at(-1)).toMatch(/^2 more findings of this kind: .* to see them/)
})
