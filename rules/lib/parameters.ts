// The numbers of a rule that an organization can change: the place of each, and its replacement.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { Problem } from '../../mappings/kernel/diagnostic.ts'
import { leaves, type RangeOperator } from './query/kql/ast.ts'
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

/** Returns a problem for each parameter without effect: the query contains no such comparison, or several. */
export function checkParameters(rule: Rule): Problem[] {
  return Object.entries(rule.parameters ?? {}).flatMap(([name, place]) =>
    valueAt(rule, place) === undefined
      ? [
          {
            path: `parameters.${name}`,
            message: `the rule has no number at ${place}, or more than one`,
            hint: 'write threshold.value, threshold.cardinality, or the field and the operator of one comparison',
          },
        ]
      : [],
  )
}

/** Returns the reason why a number is invalid at a place; undefined if it is valid. */
export function refusalOf(place: ParameterPlace, value: number): string | undefined {
  if (place !== 'threshold.value' && place !== 'threshold.cardinality') return undefined
  return Number.isInteger(value) && value >= 1
    ? undefined
    : `${value} is not a valid count; write a whole number of 1 or more`
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
