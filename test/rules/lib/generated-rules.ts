// Generated rules of every type over few fields and few values, so that clauses, rules and documents match often, and
// documents with every form of a field.
import * as fc from 'fast-check'
import { checkRuleQuery } from '../../../rules/lib/check-query.ts'
import type { FieldCatalog } from '../../../rules/lib/query/catalog.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { exampleRule } from './example-rule.ts'

/** The values from which rules and documents are generated. */
export interface Vocabulary {
  readonly datasets: readonly string[]
  /** Text fields. */
  readonly fields: readonly string[]
  readonly catalog: FieldCatalog
}

const values = ['a', 'b', 'c', 'ab'] as const
const value = fc.constantFrom(...values)
const quoted = value.map((text) => JSON.stringify(text))

function kqlQuery({ fields, datasets }: Vocabulary): fc.Arbitrary<string> {
  const field = fc.constantFrom(...fields)
  const leaf = fc.oneof(
    fc.constantFrom(...datasets).map((dataset) => `event.dataset: "${dataset}"`),
    { weight: 4, arbitrary: fc.tuple(field, quoted).map(([f, v]) => `${f}: ${v}`) },
    { weight: 2, arbitrary: fc.tuple(field, quoted, quoted).map(([f, v, w]) => `${f}: (${v} or ${w})`) },
    fc.tuple(field, quoted, quoted).map(([f, v, w]) => `${f}: (${v} and ${w})`),
    fc.tuple(field, quoted).map(([f, v]) => `${f}: (not ${v})`),
    fc.tuple(field, fc.constantFrom('a*', '*b', '*')).map(([f, v]) => `${f}: ${v}`),
    fc.constant('*:*'),
  )
  return conditions(leaf)
}

function eqlCondition(fields: readonly string[]): fc.Arbitrary<string> {
  const field = fc.constantFrom(...fields)
  const leaf = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(field, quoted).map(([f, v]) => `${f} == ${v}`) },
    fc.tuple(field, quoted).map(([f, v]) => `${v} == ${f}`),
    fc.tuple(field, quoted, quoted).map(([f, v, w]) => `${f} in (${v}, ${w})`),
    fc.tuple(field, quoted).map(([f, v]) => `${f} in~ (${v.toUpperCase()})`),
    fc.tuple(field, fc.constantFrom('"a*"', '"*b"')).map(([f, v]) => `${f} : ${v}`),
    fc.tuple(field, quoted).map(([f, v]) => `(${f} == null or ${f} != ${v})`),
    fc.tuple(field, quoted).map(([f, v]) => `(${f} != null and not ${f} == ${v})`),
    field.map((f) => `${f} == null`),
  )
  return conditions(leaf)
}

/** Clauses joined and negated, a few levels deep. */
function conditions(leaf: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const joined = (inner: fc.Arbitrary<string>, operator: string) =>
    fc.array(inner, { minLength: 2, maxLength: 4 }).map((parts) => `(${parts.join(` ${operator} `)})`)
  return fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 3, arbitrary: leaf },
      { weight: 4, arbitrary: joined(tie('condition'), 'and') },
      { weight: 2, arbitrary: joined(tie('condition'), 'or') },
      tie('condition').map((inner) => `not (${inner})`),
    ),
  })).condition
}

/** A rule of any type that the checker accepts; `name` distinguishes the rules of a set. */
function anyRule(vocabulary: Vocabulary): fc.Arbitrary<Rule> {
  const { datasets, fields, catalog } = vocabulary
  const field = fc.constantFrom(...fields)
  const kql = kqlQuery(vocabulary).map((query) => ({ query }))
  const eql = fc.oneof(
    eqlCondition(fields).map((condition) => `any where ${condition}`),
    fc
      .tuple(field, eqlCondition(fields), eqlCondition(fields))
      .map(([key, first, second]) => `sequence by ${key} with maxspan=9m [any where ${first}] [any where ${second}]`),
  )
  const asks = fc.oneof(
    { weight: 3, arbitrary: kql },
    fc.tuple(kql, field, fc.integer({ min: 1, max: 3 })).map(([query, by, count]) => ({
      ...query,
      type: 'threshold',
      threshold: { field: [by], value: count },
    })),
    fc.tuple(kql, field).map(([query, by]) => ({
      ...query,
      type: 'new_terms',
      newTermsFields: [by],
      historyWindowStart: 'now-1h',
    })),
    eql.map((query) => ({ query, type: 'eql' })),
  )
  return fc
    .tuple(asks, fc.subarray([...datasets], { minLength: 1 }))
    .map(([members, of]) => ({ ...exampleRule, ...members, datasets: of }) as unknown as Rule)
    .filter((rule) => checkRuleQuery(rule, catalog).length === 0)
}

export function ruleSet(vocabulary: Vocabulary): fc.Arbitrary<Rule[]> {
  return fc.array(anyRule(vocabulary), { minLength: 1, maxLength: 8 }).map((rules) =>
    rules.map((rule, i) => ({
      ...rule,
      name: `rule ${i}`,
      id: `0b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a0${i}` as Rule['id'],
    })),
  )
}

/** Generates a document: a field is missing, null, or has one or several values, by dotted name or in object lists. */
export function anyDocument({ fields }: Vocabulary): fc.Arbitrary<object> {
  const found = fc.oneof(
    { weight: 4, arbitrary: value },
    fc.array(fc.oneof(value, fc.constant(null)), { maxLength: 3 }),
    fc.array(fc.array(value, { maxLength: 2 }), { maxLength: 2 }),
    fc.constantFrom(null, 7, true, '', 'A', 'a'.repeat(1025), { inner: 'a' }),
  )
  const member = fc.record({
    name: fc.constantFrom(...fields),
    form: fc.constantFrom('dotted', 'object', 'list'),
    found,
  })
  return fc
    .tuple(
      fc.array(member, { maxLength: 2 * fields.length }),
      fc.constantFrom({}, {}, {}, { 'oauth.act.duplicate': true }),
    )
    .map(([members, duplicate]) => members.reduce<Record<string, unknown>>(withMember, { ...duplicate }))
}

type Member = { readonly name: string; readonly form: string; readonly found: unknown }

/** Adds a member. Existing members below the same root are kept: both become elements of a list. */
function withMember(document: Record<string, unknown>, { name, form, found }: Member): Record<string, unknown> {
  if (form === 'dotted') return { ...document, [name]: found }
  const dot = name.indexOf('.')
  const root = name.slice(0, dot)
  const below = { [name.slice(dot + 1)]: found }
  const held = document[root]
  if (held === undefined) return { ...document, [root]: form === 'list' ? [below] : below }
  return { ...document, [root]: [held, below].flat() }
}
