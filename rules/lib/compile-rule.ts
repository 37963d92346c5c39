// A rule prepared to run: what it selects, the values by which the index finds it, and a fresh state for each stream.
import type { Environment } from '../../mappings/environment/environment.ts'
import { never } from '../../mappings/kernel/never.ts'
import { catalogOfRule, checkRuleQuery } from './check-query.ts'
import { datasetFacts } from './datasets.ts'
import type { Evaluator } from './evaluate/evaluator.ts'
import { evaluateNewTerms } from './evaluate/new-terms.ts'
import { evaluateQuery } from './evaluate/query.ts'
import { evaluateSequence } from './evaluate/sequence.ts'
import { type TermsOf, termsOf } from './evaluate/terms.ts'
import { evaluateThreshold } from './evaluate/threshold.ts'
import { exclusionsOf } from './filters.ts'
import { certainMatch, type IsCertain } from './history.ts'
import { exclusiveQuery, type SingleRule } from './precedence.ts'
import type { FieldCatalog } from './query/catalog.ts'
import { type EqlQuery, eventQueries } from './query/eql/ast.ts'
import { eventFormula } from './query/eql/evaluate.ts'
import { parseEql } from './query/eql/parse.ts'
import { compileSequence } from './query/eql/sequence.ts'
import { join, type Predicate } from './query/formula.ts'
import type { Node } from './query/kql/ast.ts'
import { kqlFormula } from './query/kql/evaluate.ts'
import { parseKql } from './query/kql/parse.ts'
import { lineAndColumn } from './query/problem.ts'
import type { EqlRule, Rule } from './rule.ts'
import type { Selective } from './rule-index.ts'
import { clockOf, durationOf } from './schedule.ts'

/** The facts that an evaluator knows about its stream. */
export interface Stream {
  /** Epoch milliseconds at which the documents of a dataset begin. */
  readonly begin: (dataset: string) => number
  /** Log documents are visible at the time of their event, and arrive in order of time and ID. */
  readonly isSorted?: boolean
}

/** `passes` tests the filters of the rule in addition to the query. */
export interface CompiledRule extends Omit<Selective, 'order'> {
  readonly rule: Rule
  readonly start: (stream: Stream) => Evaluator
  readonly isCertain: IsCertain
  /** The number of documents for which each approval suppressed an alert of the rule, by client ID. */
  readonly excused: ReadonlyMap<string, number>
}

/** Compiles a rule. Throws if the query cannot run against the catalog: the rule would silently never match. */
export function compileRule(
  rule: Rule,
  environment: Environment,
  catalog: FieldCatalog,
  preceding: readonly SingleRule[] = [],
): CompiledRule {
  const fields = catalogOfRule(rule, catalog)
  const exclusive = exclusiveQuery(rule, preceding, environment)
  const query =
    rule.type === 'eql'
      ? compileEqlRule({ ...rule, query: exclusive }, fields)
      : compileKqlRule(rule, fields, exclusive)
  const excused = new Map<string, number>()
  return { rule, datasets: rule.datasets, ...query, passes: filters(rule, environment, excused), excused }
}

type CompiledQuery = Pick<CompiledRule, 'query' | 'start' | 'isCertain'>

function compileKqlRule(rule: Exclude<Rule, EqlRule>, fields: FieldCatalog, exclusive: string): CompiledQuery {
  const node = parseRule({ ...rule, query: exclusive }, fields)
  return {
    query: kqlFormula(node, fields),
    // If a rule that takes precedence matches after all, its alert replaces this one: the act keeps an alert.
    isCertain: certainMatch(() => parseRule(rule, fields), fields),
    start: (stream) => startEvaluator(rule, fields, stream),
  }
}

function compileEqlRule(rule: EqlRule, fields: FieldCatalog): CompiledQuery {
  const query = parseEqlRule(rule, fields)
  const clock = clockOf(rule)
  const readsOnlyLogs = rule.datasets.every((name) => datasetFacts(name).vendor !== 'consentry')
  const sequence = query.kind === 'sequence' ? compileSequence(query, fields) : undefined
  return {
    query: join(
      'any',
      eventQueries(query).map((event) => eventFormula(event, fields)),
    ),
    // A sequence is judged by the facts that its documents contain.
    isCertain: () => false,
    start: ({ isSorted }) =>
      sequence === undefined ? evaluateQuery(clock) : evaluateSequence(sequence, clock, isSorted && readsOnlyLogs),
  }
}

function startEvaluator(rule: Exclude<Rule, EqlRule>, catalog: FieldCatalog, stream: Stream): Evaluator {
  const clock = clockOf(rule)
  const readers = (names: readonly string[]): ReadonlyMap<string, TermsOf> =>
    new Map(names.map((name) => [name, termsOf(name, catalog)]))
  switch (rule.type) {
    case undefined:
    case 'query':
      return evaluateQuery(clock)
    case 'threshold': {
      const { field, value, cardinality } = rule.threshold
      const different = cardinality?.[0]
      return evaluateThreshold({
        clock,
        fields: readers(field),
        value,
        ...(different === undefined ? {} : { cardinality: { ...different, terms: termsOf(different.field, catalog) } }),
      })
    }
    case 'new_terms':
      return evaluateNewTerms({
        clock,
        fields: readers(rule.newTermsFields),
        history: durationOf(rule.historyWindowStart),
        begin: stream.begin,
      })
    default:
      return never(rule)
  }
}

/** Parses the KQL query of a rule. Throws when the query cannot run. */
export function parseRule(rule: Exclude<Rule, EqlRule>, catalog: FieldCatalog): Node {
  return parsedOrThrow(rule, parseKql(rule.query), catalog).node
}

/** Parses the EQL query of a rule. Throws when the query cannot run. */
export function parseEqlRule(rule: EqlRule, catalog: FieldCatalog): EqlQuery {
  return parsedOrThrow(rule, parseEql(rule.query), catalog).query
}

function parsedOrThrow<P extends { readonly ok: boolean }>(
  rule: Rule,
  parsed: P,
  catalog: FieldCatalog,
): Extract<P, { readonly ok: true }> {
  const problems = checkRuleQuery(rule, catalog)
  if (parsed.ok && problems.length === 0) return parsed as Extract<P, { readonly ok: true }>
  const lines = problems.map(({ code, span, message, hint }) => {
    const { line, column } = lineAndColumn(rule.query, span.start)
    return `${code} ${line}:${column} ${message}${hint === undefined ? '' : ` (${hint})`}`
  })
  throw new Error(`rule "${rule.name}" cannot be run: ${lines.join('; ')}`)
}

/** Tests whether the filters of the emitted rule accept a document. Counts the documents that approvals exclude. */
function filters(rule: Rule, environment: Environment, excused: Map<string, number>): Predicate {
  const exclusions = exclusionsOf(rule, environment)
  if (exclusions.length === 0) return () => true
  return (document) => {
    for (const { found, isApproval } of exclusions) {
      const [value] = found(document)
      if (value === undefined) continue
      if (isApproval) excused.set(String(value), (excused.get(String(value)) ?? 0) + 1)
      return false
    }
    return true
  }
}
