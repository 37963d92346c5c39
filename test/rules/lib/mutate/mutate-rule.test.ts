import { expect, it } from 'vitest'
import { mutateRule } from '../../../../rules/lib/mutate/mutate-rule.ts'
import type { Rule } from '../../../../rules/lib/rule.ts'
import { exampleRule } from '../example-rule.ts'

const mutants = (change: object) =>
  mutateRule({ ...exampleRule, ...change } as Rule).map(
    ({ rule, change: kind, what }) => `${kind} ${what} → ${rule.query}`,
  )

it('the mutations of a KQL query remove and negate each clause, at every depth', () => {
  expect(mutants({ query: 'a: "1" and not b: "2"' })).toEqual([
    'removed a: "1" → not b: "2"',
    'negated a: "1" → not a: "1" and not b: "2"',
    'removed not b: "2" → a: "1"',
    'negated not b: "2" → a: "1" and b: "2"',
  ])
})

it('the mutations of a KQL query treat the values of one field as one clause, and remove them one by one', () => {
  expect(mutants({ query: 'a: ("1" or "2")' })).toEqual([
    'negated "1" or "2" → not (a: "1" or a: "2")',
    'removed "1" → a: "2"',
    'removed "2" → a: "1"',
  ])
})

it('the mutations of a sequence change its steps, keys, end condition and time span', () => {
  const query =
    'sequence by u, v with maxspan=1h [iam where a == 1] [any where b in ("x", "y")] with runs=2 until [any where c]'
  const found = mutants({ type: 'eql', query }).map((line) => line.replace(/\s+/g, ' '))
  const rest = '[any where b in ("x", "y")] with runs=2 until [any where c]'
  expect(found).toEqual([
    `removed [iam where a == 1] → sequence by u, v with maxspan=1h ${rest}`,
    `removed iam → sequence by u, v with maxspan=1h [any where a == 1] ${rest}`,
    `negated a == 1 → sequence by u, v with maxspan=1h [iam where not a == 1] ${rest}`,
    'changed [any where b in ("x", "y")] with runs=2 → sequence by u, v with maxspan=1h [iam where a == 1] [any where b in ("x", "y")] until [any where c]',
    'negated b in ("x", "y") → sequence by u, v with maxspan=1h [iam where a == 1] [any where not b in ("x", "y")] with runs=2 until [any where c]',
    'removed "x" → sequence by u, v with maxspan=1h [iam where a == 1] [any where b in ("y")] with runs=2 until [any where c]',
    'removed "y" → sequence by u, v with maxspan=1h [iam where a == 1] [any where b in ("x")] with runs=2 until [any where c]',
    'removed [any where c] → sequence by u, v with maxspan=1h [iam where a == 1] [any where b in ("x", "y")] with runs=2',
    'negated c → sequence by u, v with maxspan=1h [iam where a == 1] [any where b in ("x", "y")] with runs=2 until [any where not c]',
    `removed u → sequence by v with maxspan=1h [iam where a == 1] ${rest}`,
    `removed v → sequence by u with maxspan=1h [iam where a == 1] ${rest}`,
    expect.stringContaining('with maxspan=36000000ms'),
    expect.stringContaining('with maxspan=360000ms'),
  ])
})

it('the mutations of a threshold change each group field, the numbers, and the cardinality', () => {
  const query = 'a: "1"'
  const threshold = { field: ['u', 'v'], value: 5, cardinality: [{ field: 'w', value: 3 }] }
  const counts = mutateRule({ ...exampleRule, type: 'threshold', query, threshold } as unknown as Rule).slice(1)
  expect(counts.map(({ change, what, path }) => `${change} ${what} ${path}`)).toEqual([
    'changed value 5 threshold.value',
    'removed u threshold.field.0',
    'removed v threshold.field.1',
    'removed w threshold.cardinality',
    'changed w 3 threshold.cardinality.0.value',
  ])
  const terms = { type: 'new_terms', newTermsFields: ['u', 'v'], historyWindowStart: 'now-7d', query }
  expect(
    mutateRule({ ...exampleRule, ...terms } as unknown as Rule)
      .slice(1)
      .map(({ what }) => what),
  ).toEqual(['u', 'v'])
})
