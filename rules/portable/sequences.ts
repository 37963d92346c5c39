// Sequences on the fields of Elastic's integrations. Each step reads the log that records it, and the steps are joined
// by the fields that contain the same value in these logs.
import type { DatasetName } from '../lib/datasets.ts'
import type { Condition, SequenceQuery, Step } from '../lib/query/eql/ast.ts'
import { eqlName, eqlOf } from '../lib/query/eql/from-kql.ts'
import { parseEql } from '../lib/query/eql/parse.ts'
import { printEql } from '../lib/query/eql/print.ts'
import { fieldsOf, type Node } from '../lib/query/kql/ast.ts'
import { parseKql } from '../lib/query/kql/parse.ts'
import type { EqlRule } from '../lib/rule.ts'
import { isWritten } from './elastic-fields.ts'
import { factOf } from './facts.ts'
import { misses } from './native.ts'
import { nativeSources } from './sources.ts'
import { contextOf, translate } from './translate.ts'

/** The log of each step, by rule ID; each entry produces one rule. */
const logsOfSteps: Readonly<Record<string, readonly (readonly DatasetName[])[]>> = {
  // Google Workspace Apps Script Authorized After an External Document Was Copied
  'aa537318-fc54-4152-8b1e-5b23244799cf': [['google_workspace.drive', 'google_workspace.token']],
  // Google Workspace Data Exported After an OAuth Authorization
  '179a47b5-682d-437d-8c08-dbc148a423c0': [['google_workspace.token', 'google_workspace.admin']],
  // Risky Sign-in Followed by an OAuth Consent or a New Credential
  'af4bb3e5-90a3-4409-9bf4-2201eb356493': [
    ['azure.signinlogs', 'o365.audit'],
    ['google_workspace.login', 'google_workspace.token'],
  ],
}

export interface PortedSequence {
  readonly query: string
  readonly datasets: readonly DatasetName[]
  readonly lost: readonly string[]
}

/** Returns the sequences that replace a sequence, and the missing facts if there is no replacement. */
export function portSequence(rule: EqlRule): { readonly found: PortedSequence[]; readonly facts: string[] } {
  const parsed = parseEql(rule.query)
  if (!parsed.ok || parsed.query.kind !== 'sequence') return { found: [], facts: ['a query that can be read'] }
  const { query } = parsed
  const found = (logsOfSteps[rule.id] ?? []).map((datasets): PortedSequence => {
    const steps = datasets.map((dataset, at) => portStep(query, query.steps[at] as Step, dataset))
    const text = steps.map((step) => ('query' in step ? step.query : `[any where "${step.facts.join()}"]`)).join('\n')
    const printed = parseEql(`sequence with maxspan=${query.maxspan?.text}\n${text}`)
    if (!printed.ok) throw new Error(`${rule.name}: ${printed.problem.message}`)
    const lost = new Set(steps.flatMap((step) => ('lost' in step ? step.lost : [])))
    return { query: printEql(printed.query), datasets, lost: [...lost] }
  })
  const tried = query.steps.flatMap((step) => rule.datasets.map((dataset) => portStep(query, step, dataset)))
  return { found, facts: [...new Set(tried.flatMap((step) => ('facts' in step ? step.facts : [])))] }
}

function portStep(
  query: SequenceQuery,
  { event, by }: Step,
  dataset: DatasetName,
): { readonly query: string; readonly lost: readonly string[] } | { readonly facts: readonly string[] } {
  const source = nativeSources[dataset]
  const category = event.category === undefined ? '' : `event.category: "${event.category}" and `
  const parsed = parseKql(`${category}${kqlOf(event.condition)}`)
  if (source === undefined || !parsed.ok) return { facts: [] }
  const context = contextOf(parsed.node)
  const condition = translate(parsed.node, { dataset, source }, context)
  if (condition.kind !== 'query') return { facts: condition.kind === 'missing' ? condition.facts : [] }
  const native = parseKql(condition.text)
  const readable = native.ok ? withReadableFields(native.node) : undefined
  if (!native.ok || readable === undefined) return { facts: [numberedFields] }
  const unread = fieldsOf(native.node).every(isReadable) ? [] : [misses(numberedFields)]
  const keys = [...query.by, ...by].map(({ name, optional }) => {
    const field = source.stands[name]?.(context) ?? (isWritten(dataset, name) ? name : undefined)
    return { name, text: field && `${optional ? '?' : ''}${eqlName(field)}` }
  })
  const unknown = keys.filter(({ text }) => text === undefined)
  if (unknown.length > 0) return { facts: unknown.map(({ name }) => factOf(name)) }
  return {
    query: `[any where event.dataset == "${dataset}" and ${eqlOf(readable)}] by ${keys.map(({ text }) => text).join(', ')}`,
    lost: [...condition.lost, ...unread],
  }
}

/** Returns an EQL condition as KQL, because the log sources are described in KQL. */
function kqlOf(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.of.map(kqlOf)
      // "Not true" includes "unknown", so a separate test for "unknown" is not needed.
      const needed = parts.filter(
        (part) => !parts.includes(part.replace(/^(not \S+: )\*$/, '$1true')) || !part.endsWith('*'),
      )
      return `(${needed.join(` ${condition.kind} `)})`
    }
    case 'not':
      return `not (${kqlOf(condition.of)})`
    case 'compare': {
      const { left, right, operator } = condition
      if (left.kind !== 'field' || right.kind !== 'literal') break
      // A test for false or unknown becomes a test for "not true".
      if (right.value === null || right.value === false)
        return `${operator === '==' ? 'not ' : ''}${left.name}: ${right.value === null ? '*' : 'true'}`
      const value = JSON.stringify(String(right.value))
      return operator === '==' ? `${left.name}: ${value}` : `${left.name} ${operator} ${value}`
    }
    case 'match':
      if (condition.of.kind === 'field' && condition.operator === 'in')
        return `${condition.of.name}: (${condition.values.map(({ value }) => JSON.stringify(String(value))).join(' or ')})`
      break
    case 'truth':
  }
  throw new Error(`rules/portable/sequences.ts knows no KQL for a condition of kind ${condition.kind}`)
}

const numberedFields = 'fields with numbers in their names, and keys of flattened fields'

const isReadable = (field: string): boolean => !/\*|\.scope\.data\./.test(field)

/** Removes alternatives with fields that EQL cannot read: names with wildcards, and keys of flattened fields. */
function withReadableFields(node: Node): Node | undefined {
  switch (node.kind) {
    case 'all':
      return node
    case 'not': {
      const of = withReadableFields(node.of)
      return of && { ...node, of }
    }
    case 'and':
    case 'or': {
      const of = node.of.map(withReadableFields).filter((each) => each !== undefined)
      return of.length === 0 || (node.kind === 'and' && of.length < node.of.length) ? undefined : { ...node, of }
    }
    default:
      return isReadable(node.field) ? node : undefined
  }
}
