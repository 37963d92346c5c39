// The readable output of `consentry explain`: each field's source, the values without a field, each rule's result.
import { isDeepStrictEqual } from 'node:util'
import { commonFields } from '../../mappings/fields/document.ts'
import type { Field, FieldTable } from '../../mappings/fields/field.ts'
import { groupBy } from '../../mappings/kernel/group-by.ts'
import type { Json } from '../../mappings/kernel/json.ts'
import type { MemberTrace } from '../../mappings/lib/trace/members.ts'
import type { Maker } from '../../mappings/lib/trace/trace.ts'
import { alertsDataset } from '../../rules/lib/datasets.ts'
import { type ExplainedClause, nearestMiss, type RuleExplanation } from '../../rules/lib/explain.ts'
import type {
  CountedIn,
  DocumentExplanation,
  FailureExplanation,
  FieldExplanation,
  NativeExplanation,
  ValueExplanation,
} from '../inspect/explain.ts'
import type { Fact } from '../inspect/facts.ts'
import { restingStates } from './content.ts'
import { printable, styled } from './terminal.ts'

export interface ExplainTextOptions {
  readonly color: boolean
  /** Shows the clauses of each rule, even if several of them fail. */
  readonly allClauses: boolean
  /** Whether the document contains the facts of the entity store. */
  readonly annotated: boolean
}

const longestValue = 96
const nameWidth = 36
const mostNames = 40
const mostReads = 6
const mostSources = 2

function show(value: Json): string {
  const text = printable(JSON.stringify(value) ?? '')
  return text.length <= longestValue ? text : `${text.slice(0, longestValue)}… (${text.length} characters)`
}

const pad = (text: string) => (text.length >= nameWidth ? `${text} ` : text.padEnd(nameWidth))

function names(list: readonly string[], most: number): string {
  const shown = list.slice(0, most).map(printable).join(', ')
  return list.length <= most ? shown : `${shown}, and ${list.length - most} more`
}

function makerText({ kind, name }: Maker): string {
  switch (kind) {
    case 'row':
      return 'mapping table rows'
    case 'variant':
      return `mapping table rows for records where ${name}`
    case 'step':
      return `step ${name}`
    case 'engine':
      return `engine: ${name}`
  }
}

function nameOf(path: string): string {
  return path.startsWith('document.') ? path.slice('document.'.length) : path
}

/** Returns the name of a source value. Adds the source value only if it differs from the field value. */
function sourceText(value: Json, { path, value: from }: { path: string; value: Json }): string {
  const name = printable(nameOf(path))
  const isThere = isDeepStrictEqual(from, value) || (Array.isArray(value) && value.some((member) => member === from))
  return isThere ? name : `${name} ${show(from)}`
}

function fieldLine({ field, value, writes }: FieldExplanation): string {
  const [last, ...earlier] = writes
  const from = last === undefined || last.from.length === 0 ? '' : `  ← ${sourcesText(value, last.from)}`
  const before = earlier.find((write) => write.value !== undefined && !isDeepStrictEqual(write.value, value))
  const was = before?.value === undefined ? '' : `  (was ${show(before.value)}, from ${makerText(before.maker)})`
  return `${pad(printable(field))}${show(value)}${from}${was}`
}

function sourcesText(value: Json, from: FieldExplanation['writes'][number]['from']): string {
  const shown = from.slice(0, mostSources).map((read) => sourceText(value, read))
  return `${shown.join(', ')}${from.length > mostSources ? ', …' : ''}`
}

/** Lists fields by the mapping entry or step that wrote them, in mapping order; for a step, the members it read. */
function fieldLines({ fields, steps }: DocumentExplanation): string[] {
  const groups = groupBy(fields, ({ writes: [first] }) => (first === undefined ? '' : makerText(first.maker)))
  groups.delete('')
  const readBy = new Map(
    steps.map(({ name, reads }) => {
      const paths = reads.map((path) => printable(nameOf(path)))
      return [makerText({ kind: 'step', name }), paths.length === 0 ? '' : ` (read ${names(paths, mostReads)})`]
    }),
  )
  return [...groups].flatMap(([title, group]) => [
    `  ${title}${readBy.get(title) ?? ''}`,
    ...group.map((field) => `    ${fieldLine(field)}`),
  ])
}

function keptLine(members: readonly MemberTrace[]): string[] {
  const kept = [
    ...new Set(members.flatMap(({ fate, field }) => (fate === 'kept' && field !== undefined ? [field] : []))),
  ]
  return kept.length === 0 ? [] : ['  members kept under their original names', `    ${names(kept, mostNames)}`]
}

function leftovers({ otherwise, refused, problems, members, unmapped }: DocumentExplanation): string[] {
  const byFate = (fate: MemberTrace['fate']) => members.filter((member) => member.fate === fate)
  const unmappedValues = new Map(byFate('unmapped').map(({ field, value }) => [field, value]))
  const lines = [
    ...otherwise.map(({ field, path, value, put }) => {
      const result = put === undefined ? 'the field is missing' : `default: ${show(put)}`
      return `${pad('no mapping table entry')}${show(value)}${path === undefined ? '' : ` of ${printable(path)}`}, for ${field}; ${result}`
    }),
    ...refused.map(
      ({ field, type, path, value }) =>
        `${pad('invalid type')}${printable(path)} ${show(value)} is not of type ${type}, which ${field} requires`,
    ),
    ...problems.map((problem) => `${pad('unreadable')}${printable(problem)}`),
    ...unmapped.map((field) => {
      const value = unmappedValues.get(field)
      return `${pad('not in the catalog')}${printable(field)}${value === undefined ? '' : ` ${show(value)}`}`
    }),
    ...byFate('dropped').map(({ path, value }) => `${pad('not in the document')}${printable(path)} ${show(value)}`),
  ]
  return lines.length === 0
    ? ['  none: every member is used or kept in a searchable field']
    : lines.map((line) => `  ${line}`)
}

function absence(field: string, { annotated }: ExplainTextOptions): string {
  const known: Field | undefined = (commonFields as FieldTable)[field]
  const by = known?.by
  if (by === undefined || by.includes('record')) return 'the document has none'
  return by.includes('knowledge')
    ? 'the document has none (set by enrichment)'
    : `the document has none (set by the entity store${annotated ? '' : ': use --history'})`
}

function clauseLines(clause: ExplainedClause, options: ExplainTextOptions, indent: string): string[] {
  const mark = clause.held ? styled('✓', 'green', options.color) : styled('✗', 'red', options.color)
  switch (clause.kind) {
    case 'test': {
      const found = Object.entries(clause.found).map(([field, values]) =>
        values.length === 0 ? absence(field, options) : `the document has ${values.map(show).join(', ')}`,
      )
      return [`${indent}${mark} ${printable(clause.text)}${found.length === 0 ? '' : `  — ${found.join('; ')}`}`]
    }
    case 'all':
    case 'any':
    case 'none': {
      const title = { all: 'all of', any: 'any of', none: 'not' }[clause.kind]
      return [`${indent}${mark} ${title}`, ...clause.parts.flatMap((part) => clauseLines(part, options, `${indent}  `))]
    }
  }
}

/** The parts of a conjunction are listed without `all of`, which would repeat above every rule. */
function queryLines(query: ExplainedClause, options: ExplainTextOptions): string[] {
  const clauses = query.kind === 'all' && query.parts.length > 0 ? query.parts : [query]
  return clauses.flatMap((clause) => clauseLines(clause, options, '    '))
}

const verdictTexts = {
  match: 'MATCH',
  excluded: 'EXCLUDED by a filter',
  disabled: 'WOULD MATCH, but the rule is disabled in the environment file',
  counts: 'PARTIAL MATCH',
  no_match: 'no match',
  other_dataset: 'no match',
} as const

const order: readonly RuleExplanation['verdict'][] = [
  'match',
  'counts',
  'excluded',
  'disabled',
  'no_match',
  'other_dataset',
]

/** Rules about the act of a record that miss it by one clause can surprise their reader. The others are about other acts. */
function isNear({ verdict, query }: RuleExplanation): boolean {
  const [clause, ...others] = nearestMiss(query)
  const isOtherAct = /^(?:oauth|event)\.action$/.test(Object.keys(clause?.found ?? {}).join())
  return verdict !== 'no_match' || (others.length === 0 && !isOtherAct)
}

function alertInWords({ at, others, within }: CountedIn): string {
  const company = others === 0 ? '' : ` with ${others} other record${others === 1 ? '' : 's'}`
  return `COUNTED${company} in the alert of ${at}${within === undefined ? '' : ` of the rule ${printable(within)}`}`
}

function ruleLines(
  rule: RuleExplanation,
  { dataset, alerts }: DocumentExplanation,
  options: ExplainTextOptions,
): string[] {
  const { color } = options
  const alert = alerts.find((each) => each.rule === rule.id)
  if (rule.datasets.includes(alertsDataset))
    return [
      `  ${styled('not evaluated', 'dim', color)}: ${printable(rule.name)} (${rule.severity}, ${rule.id})`,
      '    the rule reads alerts, not records: explain the records of its alert (`events` in alerts.ndjson)',
    ]
  const looksElsewhere =
    rule.verdict === 'other_dataset' ? [`    ✗ reads ${rule.datasets.join(', ')}, not ${dataset}`] : []
  const text =
    rule.state !== undefined && (rule.verdict === 'match' || rule.verdict === 'counts')
      ? `WOULD MATCH, but hunts and deployments omit this rule, because ${restingStates[rule.state]}`
      : alert !== undefined && rule.verdict === 'counts'
        ? alertInWords(alert)
        : verdictTexts[rule.verdict]
  const verdict = styled(text, text === 'no match' ? 'dim' : 'bold', color)
  return [
    `  ${verdict}: ${printable(rule.name)} (${rule.severity}, ${rule.id})`,
    ...looksElsewhere,
    ...(rule.verdict === 'no_match' && !options.allClauses
      ? nearestMiss(rule.query).flatMap((clause) => clauseLines(clause, options, '    '))
      : queryLines(rule.query, options)),
    ...(rule.needs === undefined ? [] : [`    the rule alerts on ${printable(rule.needs)}`]),
    ...(rule.quietedBy ?? []).map((line) => `    environment.yaml to quiet it: ${printable(line)}`),
    ...rule.excludedBy.map(
      ({ filter, field, found }) =>
        `    ${styled('✗', 'red', color)} filter: ${filter}  — ${field} is ${found.map(show).join(', ')}`,
    ),
  ]
}

function rulesSection(document: DocumentExplanation, options: ExplainTextOptions): string[] {
  const { rules, dataset } = document
  if (rules.length === 0) return [`  no rule reads ${dataset}`]
  const near = rules
    .filter((rule) => options.allClauses || isNear(rule))
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  const far = rules.length - near.length
  return [
    ...near.flatMap((rule) => ruleLines(rule, document, options)),
    ...(far === 0
      ? []
      : [
          `  no match: ${far} other rule${far === 1 ? '' : 's'}, about other acts, or with several failed clauses; --rule ID shows the clauses of one`,
        ]),
  ]
}

/** Reasons are full sentences: each gets its own line and is not truncated. */
function factLines({ field, value, why }: Fact): string[] {
  if (!Array.isArray(value)) return [`  ${pad(field)}${show(value)}  ← ${printable(why)}`]
  return [`  ${pad(field)}← ${printable(why)}`, ...value.map((text) => `    ${printable(String(text))}`)]
}

function documentLines(part: DocumentExplanation, options: ExplainTextOptions): string[] {
  const { id, dataset, element, facts, copyOf } = part
  const title = (text: string) => styled(text, 'bold', options.color)
  return [
    `${title('DOCUMENT')} ${dataset}${element === '' ? '' : `, from ${element}`}`,
    `  _id  ${id}`,
    ...(copyOf === undefined
      ? []
      : [
          `  a copy: a hunt keeps the document ${copyOf} of the same act instead. RULES applies to that document. To see its facts, run explain with --id ${copyOf}`,
        ]),
    '',
    `${title('FIELDS')} (← source of the value: a member of the record or another field)`,
    ...fieldLines(part),
    ...keptLine(part.members),
    '',
    `${title('ENRICHMENT')}`,
    ...(facts.length === 0 ? ['  none'] : facts.flatMap(factLines)),
    '',
    title('LEFT OVER'),
    ...leftovers(part),
    '',
    title('RULES'),
    ...rulesSection(part, options),
  ]
}

const advice: Readonly<Partial<Record<FailureExplanation['code'], string>>> = {
  format_unknown: 'no row of pipeline/decode/decision-table.ts matches the shape of this record',
  kind_not_mapped: 'mappings/README.md shows how to add a mapping',
  time_missing: 'a document requires an event time',
}

function failureLines({ code, meaning, detail, element }: FailureExplanation): string[] {
  const hint = advice[code]
  return [
    `NO DOCUMENT: ${code}, ${meaning}`,
    `  ${printable(detail)}${element === '' ? '' : ` (at ${printable(element)})`}`,
    ...(hint === undefined ? [] : [`  ${hint}`]),
  ]
}

function nativeLines(
  native: NativeExplanation,
  given: ValueExplanation['given'],
  options: ExplainTextOptions,
): string[] {
  const way = native.formats.map(({ format, element }) =>
    element === '' ? format : `${format} at ${printable(element)}`,
  )
  const found = way.length === 0 ? 'unknown format' : way.join(' › ')
  return [
    `${styled('FORMAT', 'bold', options.color)} ${given === 'row' ? 'CSV row › ' : ''}${found}${native.kind === undefined ? '' : ` (${native.kind})`}`,
    ...native.results.flatMap((result) => ['', ...(result.ok ? documentLines(result, options) : failureLines(result))]),
  ]
}

export function explainText(value: ValueExplanation, options: ExplainTextOptions): string {
  const head = `record ${value.offset} of ${printable(value.source)}`
  const natives = value.natives.map((native) => nativeLines(native, value.given, options).join('\n'))
  return [head, ...(natives.length === 0 ? ['empty page without records'] : natives)].join('\n\n')
}
