import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { catalogOf } from '../../../../../rules/lib/query/catalog.ts'
import { eventFormula } from '../../../../../rules/lib/query/eql/evaluate.ts'
import { checkMapped } from '../../../../../rules/lib/query/eql/mapped.ts'
import { parseEql } from '../../../../../rules/lib/query/eql/parse.ts'

const keyword = { type: 'keyword' } as const
/** The fields that each dataset maps; all datasets map `user`. */
const mapped: Readonly<Record<string, readonly string[]>> = {
  one: ['user', 'a', 'b'],
  two: ['user', 'b', 'c'],
  three: ['user', 'c'],
}
const ofDataset = (dataset: string) =>
  catalogOf(Object.fromEntries((mapped[dataset] ?? []).map((name) => [name, keyword])))

function found(query: string, datasets: readonly string[] = Object.keys(mapped)): string[] {
  const parsed = parseEql(query)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  return checkMapped(parsed.query, datasets, ofDataset).map(
    ({ code, span, message, hint }) => `${code} [${query.slice(span.start, span.end)}] ${message}; ${hint}`,
  )
}

it('a required field that log sources may lack is reported, with the log sources that lack it', () => {
  expect(found('any where a == "x" and user == "y"')).toEqual([
    'Q008 [a] Elasticsearch rejects the query in a tenant with only two, three: a is not mapped there; write ?a',
  ])
  expect(found('any where a == "x"', ['one'])).toEqual([])
  expect(found('any where ?a == "x" and (?b == null or not ?c in ("x"))')).toEqual([])
})

it('a required field that log sources may lack is reported once, at its position', () => {
  expect(found('any where ?a == "x" or length(a) > 3 or a == "y"')).toEqual([expect.stringMatching(/^Q008 \[a\]/)])
})

it('a required field that log sources may lack is reported in every step, in until, and as a key', () => {
  const query = `sequence by a with maxspan=1h [any where b == "x"] [any where user == "y"] until [any where c == "z"]`
  expect(found(query).map((text) => text.slice(0, 8))).toEqual(['Q008 [b]', 'Q008 [c]', 'Q008 [a]'])
  expect(found(query).at(-1)).toMatch(/join by a field that every dataset has$/)
  expect(found('sequence with maxspan=1h [any where true] by user [any where true] by c')).toHaveLength(1)
})

it('an optional field is reported if no dataset of the rule has it', () => {
  expect(found('any where ?c == "x"', ['one'])).toEqual([
    'Q008 [?c] no dataset of the rule has c; add the dataset that has it',
  ])
})

it('a required field that log sources may lack is found for every possible set of log sources', () => {
  const datasets = Object.keys(mapped)
  const field = fc.record({ name: fc.constantFrom('user', 'a', 'b', 'c'), optional: fc.boolean() })
  fc.assert(
    fc.property(fc.array(field, { minLength: 1 }), fc.subarray(datasets, { minLength: 1 }), (fields, of) => {
      const query = `any where ${fields.map(({ name, optional }) => `${optional ? '?' : ''}${name} == "x"`).join(' and ')}`
      const has = (set: readonly string[], name: string) => set.some((dataset) => mapped[dataset]?.includes(name))
      const fails = subsets(of).some((set) => fields.some(({ name, optional }) => !optional && !has(set, name)))
      const isDead = fields.some(({ name }) => !has(of, name))
      expect(found(query, of).length > 0).toBe(fails || isDead)
    }),
  )
})

it('a field that no log source has is null offline, as in Elasticsearch', () => {
  const holds = (condition: string) => {
    const parsed = parseEql(`any where ${condition}`)
    return (
      parsed.ok && parsed.query.kind === 'event' && eventFormula(parsed.query, ofDataset('one')).holds({ user: 'y' })
    )
  }
  expect(holds('?a == "x" or user == "y"')).toBe(true)
  expect(holds('?a == null')).toBe(true)
  expect(holds('?a != "x"')).toBe(false)
  expect(holds('not ?a in ("x")')).toBe(false)
})

function subsets([first, ...rest]: readonly string[]): string[][] {
  if (first === undefined) return []
  const others = subsets(rest)
  return [[first], ...others, ...others.map((set) => [first, ...set])]
}
