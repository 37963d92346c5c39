// Facts of the entity store about what is new, as new-terms rules: Kibana itself compares the values of a document with those
// of the matching documents of the last weeks.

import type { Leaf, Node } from '../lib/query/kql/ast.ts'
import type { NewTermsRule, QueryRule, ThresholdRule } from '../lib/rule.ts'

type Terms = NewTermsRule['newTermsFields']

/** The values that Kibana compares in place of the fact. */
interface Novelty {
  readonly terms: Terms
  readonly days: number
  readonly lost: string
  /** It compares the networks of applications. */
  readonly ofServers?: true
}

/** The fields of a rule that needs a fact about something new, on the fields of the pipeline. */
interface Renewed {
  readonly rule: NewTermsRule
  readonly node: Node
  readonly ofServers: boolean
  readonly lost: readonly string[]
}

/** How long Kibana looks back: rules of the full edition trust a history of two weeks. */
const memory = 30

const since = (what: string, days: number) =>
  `compares ${what} with matching documents of the last ${days} days, and alerts on the first one at all`

const systems = (subject: string): Novelty => ({
  terms: [subject, 'source.as.number'],
  days: memory,
  lost: since('autonomous systems', memory),
})

const applications = (days: number): Novelty => ({
  terms: ['service.id'],
  days,
  lost: since('applications', days),
})

function noveltyOf(leaf: Leaf): Novelty | undefined {
  const isTrue = leaf.kind === 'is' && leaf.value === 'true'
  const isYoung = leaf.kind === 'range' && leaf.operator.startsWith('<')
  switch (leaf.field) {
    case 'oauth.activity.network_new':
    case 'oauth.activity.network_age_hours':
      return isTrue || isYoung ? { ...systems('service.id'), ofServers: true } : undefined
    case 'oauth.account.network_new':
    case 'oauth.account.network_age_hours':
      return isTrue || isYoung ? systems('oauth.account.id') : undefined
    case 'oauth.app.used_days':
      return isYoung ? applications(memory) : undefined
    case 'oauth.grant.resource_new':
      return isTrue
        ? { terms: ['service.id', 'oauth.grant.resource.id'], days: memory, lost: since('interfaces', memory) }
        : undefined
    case 'oauth.credential.kind_new':
      return isTrue
        ? { terms: ['service.id', 'oauth.credential.kind'], days: memory, lost: since('kinds of credentials', memory) }
        : undefined
    default:
      return undefined
  }
}

/** The same of a part of a query; alternatives must be about the same values. */
function noveltyIn(node: Node): Novelty | undefined {
  switch (node.kind) {
    case 'and':
    case 'not':
    case 'all':
      return undefined
    case 'or': {
      const [first, ...others] = node.of.map(noveltyIn)
      const isSame = others.every((each) => each?.terms.join() === first?.terms.join())
      return isSame ? first : undefined
    }
    default:
      return noveltyOf(node)
  }
}

/** Facts that keep a rule quiet until there is a history, or where an application is new: Kibana's own history does that. */
function isAboutHistory(node: Node): boolean {
  return (
    (node.kind === 'is' || node.kind === 'range') &&
    /^oauth\.(?:entity_store\.baseline_ready|app\.(?:used|idle)_days)$/.test(node.field)
  )
}

/** The rule that compares values in place of the entity store; undefined where the query asks for nothing new. */
export function asNewTerms(rule: QueryRule | ThresholdRule, node: Node): Renewed | undefined {
  const parts = node.kind === 'and' ? node.of : [node]
  const found = parts.map(noveltyIn).find((each) => each !== undefined)
  if (found === undefined) return undefined
  // Kibana finds only the first document with these values.
  const isAnswered = (part: Node): boolean =>
    part.kind === 'or' ? part.of.some(isAnswered) : noveltyIn(part)?.terms.join() === found.terms.join()
  const rest = parts.filter((part) => !isAnswered(part) && !isAboutHistory(part))
  if (rest.length === 0) return undefined
  const { type, ...kept } = rule
  const counts = rule.type === 'threshold' && (rule.threshold.value > 1 || rule.threshold.cardinality !== undefined)
  const { threshold: _threshold, ...literal } = kept as Omit<ThresholdRule, 'type'>
  return {
    rule: { ...literal, type: 'new_terms', newTermsFields: found.terms, historyWindowStart: `now-${found.days}d` },
    node: { kind: 'and', of: rest, span: node.span },
    ofServers: found.ofServers === true,
    lost: [found.lost, ...(counts ? ['alerts on the first document in place of a number of them'] : [])],
  }
}
