// Explains why a rule alerts on a document, or why not: clause by clause, with the values in the document.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { Json } from '../../mappings/kernel/json.ts'
import { never } from '../../mappings/kernel/never.ts'
import { catalogOfRule } from './check-query.ts'
import { parseEqlRule, parseRule } from './compile-rule.ts'
import { severityOf } from './emit.ts'
import { exclusionsOf } from './filters.ts'
import { tuneRule } from './parameters.ts'
import type { FieldCatalog } from './query/catalog.ts'
import type { Clause } from './query/clause.ts'
import type { SequenceQuery } from './query/eql/ast.ts'
import { explainEql } from './query/eql/evaluate.ts'
import { explainKql } from './query/kql/evaluate.ts'
import { quietingLines, subjectOfDocument } from './quieting.ts'
import type { Rule, Severity } from './rule.ts'
import { sequenceOf } from './rule-query.ts'
import { isDisabled } from './rule-state.ts'

/**
 * `match`: an alert. `counts`: the document matches, and the rule alerts if its `needs` are also met. `excluded`: the
 * query matches, but a filter excludes the document. `disabled`: the document matches, but the environment disables the
 * rule. `no_match`: the query does not match. `other_dataset`: the rule does not read this dataset.
 */
export type RuleVerdict = 'match' | 'counts' | 'excluded' | 'disabled' | 'no_match' | 'other_dataset'

/** A clause of a rule in readable form. */
export interface ExplainedClause extends Omit<Clause, 'span' | 'parts'> {
  /** The text of the query; for a list of values, the field precedes the list. */
  readonly text: string
  readonly parts: readonly ExplainedClause[]
}

export interface RuleExplanation {
  readonly id: string
  readonly name: string
  readonly severity: Severity
  readonly datasets: readonly string[]
  readonly verdict: RuleVerdict
  /** Present if neither hunts nor deployments run the rule. */
  readonly state?: 'draft' | 'deprecated'
  /** Requirements of the rule in addition to a matching document. */
  readonly needs?: string
  /** For a sequence, this contains its steps: the document may match any of them. */
  readonly query: ExplainedClause
  /** For a matching rule: the lines of the environment file that would silence it. */
  readonly quietedBy?: readonly string[]
  readonly excludedBy: readonly { readonly filter: string; readonly field: string; readonly found: readonly Json[] }[]
}

function toExplained({ kind, held, found, span, parts }: Clause, query: string): ExplainedClause {
  const words = query.slice(span.start, span.end).replace(/\s+/g, ' ')
  const [field] = Object.keys(found)
  const text = field === undefined || words.includes(field) ? words : `${field}: (${words})`
  return { text, kind, held, found, parts: parts.map((part) => toExplained(part, query)) }
}

/** Returns what a rule needs in addition to one matching document; undefined if one document is enough. */
function needsOf(rule: Rule): string | undefined {
  switch (rule.type) {
    case undefined:
    case 'query':
      return undefined
    case 'eql': {
      const sequence = sequenceOf(rule)
      return sequence && otherSteps(sequence)
    }
    case 'threshold': {
      const { field, value, cardinality } = rule.threshold
      const same = field.length === 0 ? '' : ` with the same ${field.join(' and ')}`
      const different =
        cardinality === undefined ? '' : ` and ${cardinality[0].value} different ${cardinality[0].field}`
      return `${value} such documents${same}${different} within the range of one run`
    }
    case 'new_terms':
      return `${rule.newTermsFields.join(' with ')} that no matching document has had since ${rule.historyWindowStart}`
    default:
      return never(rule)
  }
}

function otherSteps({ by, maxspan }: SequenceQuery): string {
  const same = by.length === 0 ? '' : ` with the same ${by.map(({ name }) => name).join(' and ')}`
  return `the other steps of the sequence${same}${maxspan === undefined ? '' : ` within ${maxspan.text}`}`
}

function explainQuery(rule: Rule, catalog: FieldCatalog): (document: object) => ExplainedClause {
  const fields = catalogOfRule(rule, catalog)
  const explain =
    rule.type === 'eql' ? explainEql(parseEqlRule(rule, fields), fields) : explainKql(parseRule(rule, fields), fields)
  return (document) => toExplained(explain(document), rule.query)
}

/** Compiles a rule for explaining. Throws when its query cannot be run. */
export function explainRule(
  shipped: Rule,
  environment: Environment,
  catalog: FieldCatalog,
): (document: object, dataset: string) => RuleExplanation {
  const rule = tuneRule(shipped, environment)
  const explain = explainQuery(rule, catalog)
  const exclusions = exclusionsOf(rule, environment)
  const needs = needsOf(rule)
  const disabled = isDisabled(rule, environment)
  const { id, name, datasets } = rule
  const facts = {
    id,
    name,
    datasets,
    severity: severityOf(rule, environment),
    ...(needs !== undefined && { needs }),
    ...((rule.state === 'draft' || rule.state === 'deprecated') && { state: rule.state }),
  }

  function verdictOf(held: boolean, excluded: boolean, looks: boolean): RuleVerdict {
    if (!looks) return 'other_dataset'
    if (!held) return 'no_match'
    if (excluded) return 'excluded'
    if (disabled) return 'disabled'
    return needs === undefined ? 'match' : 'counts'
  }

  return (document, dataset) => {
    const query = explain(document)
    const excludedBy = exclusions
      .map(({ alias, field, found }) => ({ filter: alias, field, found: found(document) }))
      .filter(({ found }) => found.length > 0)
    const looks = (datasets as readonly string[]).includes(dataset)
    const verdict = verdictOf(query.held, excludedBy.length > 0, looks)
    const fits = verdict === 'match' || verdict === 'counts'
    const quietedBy = fits
      ? quietingLines(rule, subjectOfDocument(document as EcsDocument)).map(({ text }) => text)
      : []
    return { ...facts, verdict, query, excludedBy, ...(fits && { quietedBy }) }
  }
}

/** Returns the fewest clauses that would have to hold for a match: none if the clause held. */
export function nearestMiss(clause: ExplainedClause): ExplainedClause[] {
  if (clause.held) return []
  switch (clause.kind) {
    case 'all':
      return clause.parts.flatMap(nearestMiss)
    case 'any':
      return clause.parts.map(nearestMiss).sort((a, b) => a.length - b.length)[0] ?? [clause]
    case 'none':
    case 'test':
      return [clause]
    default:
      return clause.kind satisfies never
  }
}
