// Checks a parsed EQL query against the fields that the mappings write, and against what is meaningful in a rule.
import { didYouMean } from '../../../../mappings/kernel/suggest.ts'
import { type FieldCatalog, resolveField } from '../catalog.ts'
import { neverHolds, unknownField } from '../check.ts'
import type { QueryProblem } from '../problem.ts'
import type { EqlQuery, EventQuery, FieldRef, Leaf, Literal, SequenceQuery, Step } from './ast.ts'
import { categoryField, expressionsOf, fieldRefs, keysOf, leaves } from './ast.ts'
import { leafTest } from './leaf-test.ts'
import { checkNullOutcome } from './null-outcome.ts'
import { parseEql } from './parse.ts'
import { foldAscii, hasWildcard, matchesPattern } from './pattern.ts'

/** Returns all problems of a query, including syntax errors. */
export function checkEql(text: string, catalog: FieldCatalog): QueryProblem[] {
  const parsed = parseEql(text)
  return parsed.ok ? checkEqlQuery(parsed.query, catalog) : [parsed.problem]
}

/** Reports unknown fields, wrong types, values that never occur, and tests that may differ offline and online. */
export function checkEqlQuery(query: EqlQuery, catalog: FieldCatalog): QueryProblem[] {
  if (query.kind === 'event') return checkEvent(query, catalog, new Set())
  const steps = [...query.steps, ...(query.until === undefined ? [] : [query.until])]
  return [...checkTime(query), ...steps.flatMap((step) => checkStep(query, step, catalog))]
}

function checkStep(query: SequenceQuery, step: Step, catalog: FieldCatalog): QueryProblem[] {
  const keys = keysOf(query, step)
  const present = new Set(keys.filter((key) => !key.optional).map((key) => key.name))
  // Report the keys of the whole sequence only once, on the first step.
  const own = step === query.steps[0] ? keys : step.by
  return [...checkEvent(step.event, catalog, present), ...own.flatMap((key) => checkKey(key, catalog))]
}

function checkKey(key: FieldRef, catalog: FieldCatalog): QueryProblem[] {
  const resolved = resolveField(key.name, catalog)
  const { span } = key
  if (resolved.kind === 'unknown') return [unknownField(key.name, span, catalog)]
  const type = resolved.kind === 'field' ? resolved.field.type : 'flattened'
  const message = `${key.name} is of type ${type}: it cannot be a join key`
  return ['keyword', 'ip', 'long', 'boolean', 'constant_keyword', 'wildcard'].includes(type)
    ? []
    : [{ code: 'Q004', span, message, hint: 'join by a keyword' }]
}

function checkEvent(event: EventQuery, catalog: FieldCatalog, present: ReadonlySet<string>): QueryProblem[] {
  const found = leaves(event.condition).flatMap((leaf) => checkLeaf(leaf, catalog))
  // Report the errors of the clauses first; the effects of a missing field are irrelevant until these errors are fixed.
  const open = found.length > 0 ? [] : checkNullOutcome(event.condition, present)
  return [...checkCategory(event, catalog), ...found, ...open]
}

function checkCategory({ category, span }: EventQuery, catalog: FieldCatalog): QueryProblem[] {
  const allowed = catalog.get(categoryField)?.values
  if (category === undefined || allowed === undefined || allowed.includes(category)) return []
  const message = `${categoryField} is never ${JSON.stringify(category)}`
  const hint = didYouMean(category, [...allowed, 'any']).hint ?? 'write any where …'
  return [{ code: 'Q005', span: { start: span.start, end: span.start + category.length }, message, hint }]
}

function checkLeaf(leaf: Leaf, catalog: FieldCatalog): QueryProblem[] {
  const refs = expressionsOf(leaf).flatMap(fieldRefs)
  const unknown = refs.filter(({ name }) => resolveField(name, catalog).kind === 'unknown')
  if (unknown.length > 0) return unknown.map(({ name, span }) => unknownField(name, span, catalog))
  const outcome = leafTest(leaf, catalog)
  if (!outcome.ok) return [outcome.problem]
  return comparedLiterals(leaf).flatMap(({ name, literal, holds }) => {
    const resolved = resolveField(name, catalog)
    const allowed = resolved.kind === 'field' ? resolved.field.values : undefined
    if (allowed === undefined || allowed.some(holds)) return []
    return [neverHolds(name, literal.value, literal.span, allowed)]
  })
}

interface Compared {
  readonly name: string
  readonly literal: Literal
  readonly holds: (value: string) => boolean
}

/** Returns the literals with which a field itself is compared, not a value that is computed from the field. */
function comparedLiterals(leaf: Leaf): Compared[] {
  if (leaf.kind === 'compare') {
    const { left, right, operator } = leaf
    if (operator !== '==' && operator !== '!=') return []
    const field = left.kind === 'field' ? left : right
    const literal = left.kind === 'field' ? right : left
    if (field.kind !== 'field' || literal.kind !== 'literal' || typeof literal.value !== 'string') return []
    return [{ name: field.name, literal, holds: (value) => value === literal.value }]
  }
  if (leaf.kind === 'truth' || leaf.of.kind !== 'field') return []
  const { name } = leaf.of
  const fold = leaf.operator === 'in' || leaf.operator === 'like' ? (text: string) => text : foldAscii
  const expands = leaf.operator !== 'in' && leaf.operator !== 'in~'
  return leaf.values.map((literal) => {
    const wanted = fold(String(literal.value))
    const holds = (value: string) =>
      expands && hasWildcard(wanted) ? matchesPattern(fold(value), wanted) : fold(value) === wanted
    return { name, literal, holds }
  })
}

/** Checks the time span. Runs repeat over a window that ends now: a sequence must mean the same in each run. */
function checkTime({ maxspan, steps, span }: SequenceQuery): QueryProblem[] {
  const problems: QueryProblem[] = []
  if (maxspan === undefined)
    problems.push({
      code: 'Q007',
      span: { start: span.start, end: span.start + 'sequence'.length },
      message: 'without a time span the sequence depends on how far the rule looks back',
      hint: 'write sequence by … with maxspan=…',
    })
  const first = steps[0]
  if (first?.missing)
    problems.push({
      code: 'Q007',
      span: first.span,
      message: 'a missing event at the beginning also counts as missing when it is older than the range of a run',
      hint: 'write until [ … ], or use a field of the entity store',
    })
  const last = steps.at(-1)
  if (last?.missing)
    problems.push({
      code: 'Q007',
      span: last.span,
      message:
        'a missing event at the end counts as missing in every run until it arrives: the rule would alert too early',
      hint: 'use a finding for an event that did not happen in time',
    })
  return problems
}
