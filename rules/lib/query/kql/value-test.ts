// The test of a clause on a value, by field type. The checker reports impossible tests; the evaluator runs the others.
import { type FieldType, longestIndexed } from '../../../../mappings/fields/field.ts'
import { isMappedNetwork, networkTest } from '../../../../mappings/kernel/ip-network.ts'
import { isObject, type Json } from '../../../../mappings/kernel/json.ts'
import type { Resolved } from '../catalog.ts'
import type { QueryProblem } from '../problem.ts'
import type { Leaf, RangeOperator } from './ast.ts'
import { parseStretch, toMilliseconds } from './dates.ts'
import { matchesSegments } from './wildcard.ts'

export type ValueTest = (value: Json) => boolean
export type ValueTestOutcome =
  | { readonly ok: true; readonly test: ValueTest }
  | { readonly ok: false; readonly problem: QueryProblem }

/** Returns the test on a single value; a problem if Elasticsearch would fail or offline and online could differ. */
export function valueTest(leaf: Leaf, resolved: Resolved): ValueTestOutcome {
  switch (resolved.kind) {
    case 'unknown':
      return passes(() => false)
    case 'in_nested':
      return fails('Q004', leaf, `${leaf.field} is inside the nested field ${resolved.root} and needs a nested query`)
    case 'flattened_key':
      return flattenedTest(leaf)
    case 'field':
      return leaf.kind === 'exists' ? existsTest(leaf, resolved.field.type) : typedTest(leaf, resolved.field.type)
  }
}

type Comparison = Exclude<Leaf, { kind: 'exists' }>

function existsTest(leaf: Leaf, type: FieldType): ValueTestOutcome {
  switch (type) {
    case 'keyword':
    case 'wildcard':
    case 'flattened':
      return passes((value) => someText(value, (text) => text.length <= longestIndexed[type]))
    case 'nested':
      return fails('Q004', leaf, `${leaf.field} is nested: an existence test needs a nested query`)
    case 'object':
      return fails('Q003', leaf, `${leaf.field} is a group of fields`, 'name one of its fields')
    default:
      return passes(() => true)
  }
}

function typedTest(leaf: Comparison, type: FieldType): ValueTestOutcome {
  switch (type) {
    case 'keyword':
    case 'wildcard':
      return textTest(leaf, longestIndexed[type])
    case 'constant_keyword':
      return textTest(leaf, Number.POSITIVE_INFINITY)
    case 'flattened':
      return flattenedTest(leaf)
    case 'boolean':
      return booleanTest(leaf)
    case 'long':
      return numberTest(leaf, Math.trunc)
    case 'double':
      return numberTest(leaf, (number) => number)
    case 'date':
      return dateTest(leaf)
    case 'ip':
      return ipTest(leaf)
    case 'text':
    case 'match_only_text':
      return fails('Q004', leaf, `${leaf.field} is full text, which Elasticsearch analyzes`, 'test a keyword field')
    case 'nested':
      return fails('Q004', leaf, `${leaf.field} is nested`)
    case 'geo_point':
    case 'object':
      return fails('Q003', leaf, `${leaf.field} is of type ${type} and has no comparable value`)
  }
}

function textTest(leaf: Comparison, longest: number): ValueTestOutcome {
  switch (leaf.kind) {
    case 'is':
      return passes((value) => someText(value, (text) => text === leaf.value && text.length <= longest))
    case 'like':
      return passes((value) =>
        someText(value, (text) => text.length <= longest && matchesSegments(text, leaf.segments)),
      )
    case 'range':
      return fails('Q003', leaf, `${leaf.field} is text: ${leaf.operator} would compare character by character`)
  }
}

function flattenedTest(leaf: Leaf): ValueTestOutcome {
  if (leaf.kind === 'exists') return existsTest(leaf, 'flattened')
  if (leaf.kind === 'like')
    return fails(
      'Q004',
      leaf,
      `${leaf.field} is part of a flattened field: Elasticsearch has no wildcards there`,
      'list the values',
    )
  if (leaf.kind === 'range')
    return fails(
      'Q004',
      leaf,
      `${leaf.field} is part of a flattened field: ${leaf.operator} would compare character by character`,
    )
  return textTest(leaf, longestIndexed.flattened)
}

function booleanTest(leaf: Comparison): ValueTestOutcome {
  if (leaf.kind !== 'is' || (leaf.value !== 'true' && leaf.value !== 'false'))
    return fails(
      'Q003',
      leaf,
      `${leaf.field} is true or false`,
      `write ${leaf.field}: true, or not ${leaf.field}: true`,
    )
  return passes((value) => String(value) === leaf.value)
}

/** `stored` converts a number to the value that the index stores. */
function numberTest(leaf: Comparison, stored: (number: number) => number): ValueTestOutcome {
  if (leaf.kind === 'like') return fails('Q003', leaf, `${leaf.field} is a number: it has no wildcards`)
  const wanted = toNumber(leaf.value)
  if (wanted === undefined)
    return fails('Q003', leaf, `${leaf.field} is a number, but ${JSON.stringify(leaf.value)} is not`)
  const compare =
    leaf.kind === 'is' ? (n: number) => n === wanted : (n: number) => holds(n, leaf.operator, wanted, wanted)
  return passes((value) => {
    const number = typeof value === 'number' ? value : typeof value === 'string' ? toNumber(value) : undefined
    return number !== undefined && compare(stored(number))
  })
}

function dateTest(leaf: Comparison): ValueTestOutcome {
  if (leaf.kind === 'like') return fails('Q003', leaf, `${leaf.field} is a date: it has no wildcards`)
  const stretch = parseStretch(leaf.value)
  if (stretch === undefined) {
    const arithmetic = /^now|\|\|/.test(leaf.value)
    return arithmetic
      ? fails('Q004', leaf, `${JSON.stringify(leaf.value)} depends on when the query runs`, 'use a field with an age')
      : fails(
          'Q003',
          leaf,
          `${leaf.field} is a date, but ${JSON.stringify(leaf.value)} is not`,
          'write 2026-03-11 or 2026-03-11T09:14:27Z',
        )
  }
  if (/^\d{4}(?:-\d{2})?$/.test(leaf.value))
    return fails(
      'Q004',
      leaf,
      `Elasticsearch reads ${leaf.value} as its first day`,
      'name the day, or write a range from the first to the last',
    )
  const { from, to } = stretch
  return passes((value) => {
    const time = toMilliseconds(value)
    if (time === undefined) return false
    return leaf.kind === 'is' ? from <= time && time <= to : holds(time, leaf.operator, from, to)
  })
}

function ipTest(leaf: Comparison): ValueTestOutcome {
  if (leaf.kind !== 'is')
    return fails('Q003', leaf, `${leaf.field} is an address`, 'write an address, or a network like 192.0.2.0/24')
  const network = networkTest(leaf.value)
  if (network === undefined)
    return fails(
      'Q003',
      leaf,
      `${leaf.field} is an address, but ${JSON.stringify(leaf.value)} is neither an address nor a network`,
    )
  if (isMappedNetwork(leaf.value))
    return fails('Q003', leaf, `Elasticsearch does not accept the network ${leaf.value}`, 'write the IPv4 network')
  return passes((value) => typeof value === 'string' && network(value))
}

/** Compares a value with a period, rounded as in Elasticsearch: `<` is before the start, `>` is after the end. */
function holds(value: number, operator: RangeOperator, from: number, to: number): boolean {
  switch (operator) {
    case '<':
      return value < from
    case '<=':
      return value <= to
    case '>':
      return value > to
    case '>=':
      return value >= from
  }
}

function toNumber(text: string): number | undefined {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined
}

/** Returns the terms of a value: scalars as text, or the leaves of an object that is indexed as a flattened field. */
export function texts(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(texts)
  if (isObject(value)) return Object.values(value).flatMap((member) => (member === undefined ? [] : texts(member)))
  return value === null ? [] : [String(value)]
}

/** Tests a single text without building a list, because most values are one text. */
function someText(value: Json, test: (text: string) => boolean): boolean {
  return typeof value === 'string' ? test(value) : texts(value).some(test)
}

function passes(test: ValueTest): ValueTestOutcome {
  return { ok: true, test }
}

function fails(code: QueryProblem['code'], leaf: Leaf, message: string, hint?: string): ValueTestOutcome {
  const span = leaf.kind === 'exists' ? leaf.fieldSpan : leaf.valueSpan
  return { ok: false, problem: { code, span, message, ...(hint === undefined ? {} : { hint }) } }
}
