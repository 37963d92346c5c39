// Problems in how a rule counts and in the history that it keeps: its group fields, and how far it looks back.
import type { Problem } from '../../mappings/kernel/diagnostic.ts'
import { never } from '../../mappings/kernel/never.ts'
import { didYouMean } from '../../mappings/kernel/suggest.ts'
import { catalogOfRule } from './check-query.ts'
import { alertsDataset } from './datasets.ts'
import { type FieldCatalog, resolveField } from './query/catalog.ts'
import type { Rule } from './rule.ts'
import { clockOf, durationOf, maxspanOf } from './schedule.ts'

export interface CountingProblem extends Problem {
  readonly code: 'Q002' | 'Q003' | 'R010'
}

export function checkCounting(rule: Rule, catalog: FieldCatalog): CountingProblem[] {
  const fields = catalogOfRule(rule, catalog)
  return [...checkDatasets(rule), ...checkType(rule, fields)]
}

function checkType(rule: Rule, catalog: FieldCatalog): CountingProblem[] {
  switch (rule.type) {
    case undefined:
    case 'query':
      return []
    case 'eql': {
      // A run that does not reach back to the first event of a sequence never sees the whole sequence.
      const { reach, interval } = clockOf(rule)
      const needed = maxspanOf(rule) + interval
      if (maxspanOf(rule) === 0 || reach >= needed) return []
      const hint = `write now-${Math.ceil(needed / 60_000)}m or more`
      return [problem('from', 'a run reads a shorter range than the maximum duration of the sequence', hint)]
    }
    case 'threshold':
      return checkThreshold(rule.threshold, catalog)
    case 'new_terms': {
      const reach = clockOf(rule).reach
      const short = durationOf(rule.historyWindowStart) <= reach
      return [
        ...rule.newTermsFields.flatMap((name, i) => checkBucketField(name, `newTermsFields.${i}`, catalog)),
        ...(short ? [problem('historyWindowStart', 'the history must begin before the range of a run')] : []),
      ]
    }
    default:
      return never(rule)
  }
}

type Threshold = Extract<Rule, { type: 'threshold' }>['threshold']

function checkThreshold({ field, value, cardinality }: Threshold, catalog: FieldCatalog): CountingProblem[] {
  const names: readonly string[] = field
  const different = cardinality?.[0]
  return [
    ...names.flatMap((name, i) => checkBucketField(name, `threshold.field.${i}`, catalog)),
    ...(Number.isInteger(value) && value >= 1
      ? []
      : [problem('threshold.value', `${value} is not a valid number of documents`)]),
    ...(different === undefined ? [] : checkBucketField(different.field, 'threshold.cardinality.0.field', catalog)),
    ...(different !== undefined && names.includes(different.field)
      ? [problem('threshold.cardinality.0.field', `${different.field} is a group field, so each group has one value`)]
      : []),
  ]
}

/** Checks that Elasticsearch can group by a field: only fields with one term for each value can form buckets. */
function checkBucketField(name: string, path: string, catalog: FieldCatalog): CountingProblem[] {
  const resolved = resolveField(name, catalog)
  switch (resolved.kind) {
    case 'unknown':
      return [{ code: 'Q002', path, message: `no mapping writes ${name}`, ...didYouMean(name, catalog.names()) }]
    case 'in_nested':
      return [{ code: 'Q003', path, message: `${name} is inside a nested field and cannot be a group field` }]
    case 'flattened_key':
      return []
    case 'field': {
      const { type } = resolved.field
      return type === 'keyword' || type === 'ip' || type === 'boolean' || type === 'constant_keyword'
        ? []
        : [
            {
              code: 'Q003',
              path,
              message: `${name} is of type ${type} and cannot be a group field`,
              hint: 'group by a keyword',
            },
          ]
    }
  }
}

function checkDatasets(rule: Rule): CountingProblem[] {
  return rule.datasets.includes(alertsDataset) && rule.datasets.length > 1
    ? [problem('datasets', 'a rule reads either alerts or documents')]
    : []
}

function problem(path: string, message: string, hint?: string): CountingProblem {
  return { code: 'R010', path, message, ...(hint === undefined ? {} : { hint }) }
}
