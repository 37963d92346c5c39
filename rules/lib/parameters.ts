// The numbers of a rule that an organization can change: the place of each, and its replacement.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { Problem } from '../../mappings/kernel/diagnostic.ts'
import { leaves, type Node, type RangeOperator } from './query/kql/ast.ts'
import { parseKql } from './query/kql/parse.ts'
import type { ParameterPlace, Rule, ThresholdRule } from './rule.ts'

/** A number of a rule, with its shipped value. */
export interface Parameter {
  readonly name: string
  readonly place: ParameterPlace
  readonly value: number
}

/** The parameters of a rule with their current numbers, without parameters that have no place. */
export function parametersOf(rule: Rule): Parameter[] {
  return Object.entries(rule.parameters ?? {}).flatMap(([name, place]) => {
    const value = valueAt(rule, place)
    return value === undefined ? [] : [{ name, place, value }]
  })
}

/** Returns a problem for each parameter whose number has no place (no such comparison, or several) or is out of range. */
export function checkParameters(rule: Rule): Problem[] {
  return Object.entries(rule.parameters ?? {}).flatMap(([name, place]) => {
    const path = `parameters.${name}`
    const value = valueAt(rule, place)
    if (value === undefined)
      return [
        {
          path,
          message: `the rule has no number at ${place}, or more than one`,
          hint: 'write threshold.value, threshold.cardinality, or the field and the operator of one comparison',
        },
      ]
    const refused = refusalOf(place, value) ?? contradictionOf(rule, place)
    return refused === undefined ? [] : [{ path, message: refused }]
  })
}

const years = 10
/** The largest numbers that a rule can use: no record of an application is older. */
const largest = { hours: years * 365 * 24, days: years * 365, count: 1_000_000 } as const

/** Returns the reason why a number is invalid at a place; undefined if it is valid. */
export function refusalOf(place: ParameterPlace, value: number): string | undefined {
  const [field = '', operator] = place.split(' ')
  if (operator === undefined)
    return Number.isInteger(value) && value >= 1
      ? undefined
      : `${value} is not a valid count; write a whole number of 1 or more`
  const unit = field.endsWith('_hours') ? 'hours' : field.endsWith('_days') ? 'days' : 'count'
  const most = largest[unit]
  // No number is below 0: `< 0` matches nothing.
  const isAbove = operator === '<'
  const isValid = Number.isFinite(value) && (isAbove ? value > 0 : value >= 0) && value <= most
  if (isValid && (unit !== 'count' || Number.isInteger(value))) return undefined
  const kind = unit === 'count' ? 'whole number' : `number of ${unit}`
  return `${value} is out of range for ${place}; write a ${kind} ${isAbove ? 'above' : 'from'} 0, up to ${most}`
}

/** The operands of each conjunction in a query: of alternatives, no two need to hold together. */
function conjunctions(node: Node): (readonly Node[])[] {
  if (node.kind === 'not') return conjunctions(node.of)
  if (node.kind !== 'and' && node.kind !== 'or') return []
  return [...(node.kind === 'and' ? [node.of] : []), ...node.of.flatMap(conjunctions)]
}

/** Returns the reason why a rule's limits for the field of a place exclude each other: no number is between them. */
export function contradictionOf(rule: Rule, place: ParameterPlace): string | undefined {
  const [name, operator] = place.split(' ')
  const parsed = operator === undefined || rule.type === 'eql' ? undefined : parseKql(rule.query)
  if (!parsed?.ok) return undefined
  for (const operands of conjunctions(parsed.node)) {
    const ranges = operands.flatMap((leaf) => (leaf.kind === 'range' && leaf.field === name ? [leaf] : []))
    const lower = ranges.find((leaf) => leaf.operator.startsWith('>'))
    const upper = ranges.find((leaf) => leaf.operator.startsWith('<'))
    if (lower === undefined || upper === undefined || !(Number(lower.value) >= Number(upper.value))) continue
    const limits = [lower, upper].map((leaf) => `${leaf.operator} ${leaf.value}`).join(' and ')
    return `no ${name} is ${limits}; write a lower limit below the upper limit`
  }
  return undefined
}

/** Returns the rule with the numbers of the environment, or the rule itself if the environment sets no number. */
export function tuneRule(rule: Rule, environment: Environment): Rule {
  const wanted = environment.rules.thresholds[rule.id]
  if (wanted === undefined) return rule
  return parametersOf(rule).reduce((tuned, { name, place }) => {
    const value = wanted[name]
    return value === undefined || refusalOf(place, value) !== undefined ? tuned : setAt(tuned, place, value)
  }, rule)
}

function valueAt(rule: Rule, place: ParameterPlace): number | undefined {
  if (place === 'threshold.value') return rule.type === 'threshold' ? rule.threshold.value : undefined
  if (place === 'threshold.cardinality')
    return rule.type === 'threshold' ? rule.threshold.cardinality?.[0].value : undefined
  const comparison = comparisonAt(rule, place)
  const value = Number(comparison?.text)
  return comparison !== undefined && Number.isFinite(value) ? value : undefined
}

function setAt(rule: Rule, place: ParameterPlace, value: number): Rule {
  if (place === 'threshold.value' || place === 'threshold.cardinality')
    return rule.type === 'threshold' ? { ...rule, threshold: setCount(rule.threshold, place, value) } : rule
  const found = comparisonAt(rule, place)
  if (found === undefined) return rule
  return { ...rule, query: `${rule.query.slice(0, found.start)}${value}${rule.query.slice(found.end)}` }
}

type Threshold = ThresholdRule['threshold']

function setCount(threshold: Threshold, place: 'threshold.value' | 'threshold.cardinality', value: number): Threshold {
  const [different] = threshold.cardinality ?? []
  if (place === 'threshold.value' || different === undefined) return { ...threshold, value }
  // Different values need at least as many documents: the document count must not block a smaller number of values.
  return { ...threshold, value: Math.min(threshold.value, value), cardinality: [{ ...different, value }] }
}

/** The only comparison of a KQL query with this field and operator: the text of its number and its position. */
function comparisonAt(
  rule: Rule,
  place: `${string} ${RangeOperator}`,
): { text: string; start: number; end: number } | undefined {
  const parsed = rule.type === 'eql' ? undefined : parseKql(rule.query)
  if (!parsed?.ok) return undefined
  const found = leaves(parsed.node).filter(
    (leaf) => leaf.kind === 'range' && `${leaf.field} ${leaf.operator}` === place,
  )
  const [only] = found
  if (found.length !== 1 || only?.kind !== 'range') return undefined
  const { start, end } = only.valueSpan
  return { text: only.value, start, end }
}
