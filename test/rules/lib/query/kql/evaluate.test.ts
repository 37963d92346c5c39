import fc from 'fast-check'
import { expect, it } from 'vitest'
import { catalogOf } from '../../../../../rules/lib/query/catalog.ts'
import type { Clause } from '../../../../../rules/lib/query/clause.ts'
import { explainKql, kqlFormula } from '../../../../../rules/lib/query/kql/evaluate.ts'
import { parseKql } from '../../../../../rules/lib/query/kql/parse.ts'

const catalog = catalogOf({
  k: { type: 'keyword' },
  'g.k': { type: 'keyword' },
  n: { type: 'long' },
  d: { type: 'double' },
  b: { type: 'boolean' },
  t: { type: 'date' },
  ip: { type: 'ip' },
  w: { type: 'wildcard' },
  f: { type: 'flattened' },
  m: { type: 'match_only_text' },
})

function parsed(query: string) {
  const outcome = parseKql(query)
  if (!outcome.ok) throw new Error(outcome.problem.message)
  return outcome.node
}
const matches = (query: string, document: object) => kqlFormula(parsed(query), catalog).holds(document)

it.each<[string, string, object, boolean]>([
  ['a keyword is equal', 'k: consent', { k: 'consent' }, true],
  ['a keyword is case-sensitive', 'k: Consent', { k: 'consent' }, false],
  ['a keyword is compared whole', 'k: con', { k: 'consent' }, false],
  ['any value of a list counts', 'k: b', { k: ['a', 'b'] }, true],
  ['objects in lists are flattened', 'g.k: x', { g: [{ k: 'y' }, { k: 'x' }] }, true],
  ['clauses on a list may hold for different values', 'k: a and k: b', { k: ['a', 'b'] }, true],
  ['a member name may hold the dots', 'g.k: x', { 'g.k': 'x' }, true],
  ['numbers in a keyword are texts', 'k: 65001', { k: 65001 }, true],
  ['a long keyword is not indexed', `k: ${'a'.repeat(1025)}`, { k: 'a'.repeat(1025) }, false],
  ['a keyword at the limit is', `k: ${'a'.repeat(1024)}`, { k: 'a'.repeat(1024) }, true],
  ['a long keyword does not exist', 'k: *', { k: 'a'.repeat(1025) }, false],
  ['a wildcard field takes longer texts', 'w: a*', { w: 'a'.repeat(8191) }, true],
  ['though not any', 'w: a*', { w: 'a'.repeat(8192) }, false],
  ['so does a flattened one', 'f.x: *', { f: { x: 'a'.repeat(8191) } }, true],
  ['though not any either', 'f.x: *', { f: { x: 'a'.repeat(8192) } }, false],
  ['null in quotation marks is a text', 'k: "null"', { k: 'null' }, true],
  ['a whole-number field drops the fraction', 'n: 2', { n: 2.75 }, true],
  ['and keeps it in what is asked', 'n: 2.75', { n: 2.75 }, false],
  ['a pattern spans all', 'k: *mail*read', { k: 'https://mail/x.read' }, true],
  ['a pattern is anchored', 'k: mail*', { k: 'xmail' }, false],
  ['ends of a pattern do not overlap', 'k: ab*ba', { k: 'aba' }, false],
  ['the middle of a pattern ends before its end', 'k: a*ba*a', { k: 'aba' }, false],
  ['a pattern is case-sensitive', 'k: Mail*', { k: 'mail.read' }, false],
  ['an empty text exists', 'k: *', { k: '' }, true],
  ['null does not exist', 'k: *', { k: null }, false],
  ['an empty list does not exist', 'k: *', { k: [] }, false],
  ['absent does not match', 'k: x', {}, false],
  ['not matches where the field is absent', 'not k: x', {}, true],
  ['not on a list fails when any value holds', 'not k: a', { k: ['a', 'b'] }, false],
  ['a negated list entry', 'k: (not a and not b)', { k: 'c' }, true],
  ['a number is equal', 'n: 2', { n: 2 }, true],
  ['a number in text is a number', 'n >= 2', { n: '10' }, true],
  ['numbers are not compared as texts', 'n < 9', { n: 10 }, false],
  ['a double', 'd > 1.5', { d: 1.75 }, true],
  ['a number that is no number', 'n >= 0', { n: 'x' }, false],
  ['true', 'b: true', { b: true }, true],
  ['true in text', 'b: true', { b: 'true' }, true],
  ['false is not absent', 'b: false', {}, false],
  ['an address', 'ip: 198.51.100.7', { ip: '198.51.100.7' }, true],
  ['a network', 'ip: "198.51.100.0/24"', { ip: '198.51.100.7' }, true],
  ['another network', 'ip: 192.0.2.0/24', { ip: '198.51.100.7' }, false],
  ['an IPv6 network', 'ip: "2001:db8::/32"', { ip: '2001:db8:1::5' }, true],
  ['the same address in other letters', 'ip: "2001:DB8::1"', { ip: '2001:db8:0::1' }, true],
  ['no address in the document', 'ip: 198.51.100.0/24', { ip: 'unknown' }, false],
  ['a day is all of it', 't: 2026-03-11', { t: '2026-03-11T23:59:59.999Z' }, true],
  ['before a day', 't < 2026-03-11', { t: '2026-03-10T23:59:59Z' }, true],
  ['up to a day takes all of it', 't <= 2026-03-11', { t: '2026-03-11T10:00:00Z' }, true],
  ['after a day is the next one', 't > 2026-03-11', { t: '2026-03-11T10:00:00Z' }, false],
  ['zones count', 't: "2026-03-11T10:00:00+02:00"', { t: '2026-03-11T08:00:00Z' }, true],
  ['a time without a zone is UTC', 't >= "2026-03-11T09:00:00Z"', { t: '2026-03-11T09:00:00' }, true],
  ['a key of a flattened field', 'f.level: 4', { f: { level: 4 } }, true],
  ['a deep key of a flattened field', 'f.a.b: x', { f: { a: { b: ['x'] } } }, true],
  ['a flattened field as a whole', 'f: x', { f: { a: { b: 'x' } } }, true],
  ['an empty flattened field does not exist', 'f: *', { f: {} }, false],
  ['a field without a mapping matches nothing', 'unknown: x', { unknown: 'x' }, false],
  ['and so its negation everything', 'not unknown: x', { unknown: 'x' }, true],
  ['full text is not evaluated', 'm: x', { m: 'x' }, false],
  ['but it exists', 'm: *', { m: 'x' }, true],
  ['everything', '*:*', {}, true],
])('a clause on a document %s', (_, query, document, expected) => {
  expect(matches(query, document)).toBe(expected)
})

const document = fc.record(
  {
    k: fc.oneof(fc.constantFrom('a', 'b'), fc.array(fc.constantFrom('a', 'b', 'c'))),
    n: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('1', 'x')),
    b: fc.boolean(),
  },
  { requiredKeys: [] },
)
const query = fc.constantFrom(
  'k: a',
  'k: *',
  'k: (a or b)',
  'n >= 0',
  'n: 1',
  'b: true',
  'k: a and b: true',
  'k: a or n < 0',
)

it('either a query or its negation matches a document, never both', () => {
  fc.assert(fc.property(query, document, (q, d) => matches(q, d) !== matches(`not (${q})`, d)))
})

it('the evaluation of queries follows De Morgan’s laws', () => {
  fc.assert(
    fc.property(query, query, document, (p, q, d) => {
      return matches(`not (${p} or ${q})`, d) === matches(`not (${p}) and not (${q})`, d)
    }),
  )
})

it('a query result does not change when a single value becomes a list of one value', () => {
  fc.assert(
    fc.property(query, document, (q, d) => {
      const listed = Object.fromEntries(Object.entries(d).map(([name, value]) => [name, [value].flat()]))
      return matches(q, d) === matches(q, listed)
    }),
  )
})

const text = 'k: (a or b) and not b: true and (n >= 2 or not (k: c and b: false))'
const explain = (document: object) => explainKql(parsed(text), catalog)(document)
const lines = ({ kind, span, held, found, parts }: Clause, depth = 0): unknown[] => [
  [depth, kind === 'test' ? text.slice(span.start, span.end) : kind, held, found],
  ...parts.flatMap((part) => lines(part, depth + 1)),
]

it('explain shows the position, the result and the value of each clause', () => {
  expect(lines(explain({ k: 'b', b: true }))).toEqual([
    [0, 'all', false, {}],
    [1, 'a or b', true, { k: ['b'] }],
    [1, 'not b: true', false, { b: [true] }],
    [1, 'any', true, {}],
    [2, 'n >= 2', false, { n: [] }],
    [2, 'none', true, {}],
    [3, 'all', false, {}],
    [4, 'k: c', false, { k: ['b'] }],
    [4, 'b: false', false, { b: [true] }],
  ])
})

it('explain reaches the same verdict as the evaluator', () => {
  fc.assert(fc.property(query, document, (q, d) => explainKql(parsed(q), catalog)(d).held === matches(q, d)))
})

it('alternatives on one field are grouped in linear time: a pack may exclude thousands of networks', () => {
  const steps = (count: number) => {
    const of = Array.from({ length: count }, (_, i) => parsed(`ip: "10.0.${i >> 8}.${i & 255}"`))
    const iterator = Object.getPrototypeOf([][Symbol.iterator]()) as { next: () => unknown }
    const { next } = iterator
    let taken = 0
    iterator.next = function counted() {
      taken++
      return next.call(this)
    }
    try {
      kqlFormula({ kind: 'or', of, span: { start: 0, end: 0 } }, catalog)
    } finally {
      iterator.next = next
    }
    return taken
  }
  expect(steps(800)).toBeLessThan(3 * steps(400))
})
