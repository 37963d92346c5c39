// Converts facts of the entity store about new things to new-terms rules: Kibana itself compares the values of a
// document with those of matching documents of the last weeks.
import type { Leaf, Node } from '../lib/query/kql/ast.ts'
import type { NewTermsRule, QueryRule, ThresholdRule } from '../lib/rule.ts'

type Terms = NewTermsRule['newTermsFields']

/** The values that Kibana compares instead of reading the fact. */
interface Novelty {
  readonly terms: Terms
  readonly days: number
  readonly lost: string
  /** The rule compares the networks of applications. */
  readonly ofServers?: true
}

/** A rule on something new, converted to a new-terms rule; its fields are still those of the pipeline. */
interface Renewed {
  readonly rule: NewTermsRule
  readonly node: Node
  readonly ofServers: boolean
  readonly lost: readonly string[]
}

/** The days that Kibana looks back. Rules of the full edition trust a history of two weeks. */
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

/** Returns the same for a part of a query; alternatives must compare the same values. */
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

/** Whether a test silences a rule while history is short or the application is new: Kibana's history replaces it. */
function isAboutHistory(node: Node): boolean {
  return (
    (node.kind === 'is' || node.kind === 'range') &&
    /^oauth\.(?:entity_store\.baseline_ready|app\.(?:used|idle)_days)$/.test(node.field)
  )
}

/** Returns a rule that compares values instead of using the entity store; undefined if it requires nothing new. */
export function asNewTerms(rule: QueryRule | ThresholdRule, node: Node): Renewed | undefined {
  const parts = node.kind === 'and' ? node.of : [node]
  const found = parts.map(noveltyIn).find((each) => each !== undefined)
  if (found === undefined) return undefined
  // A new-terms rule finds only the first document with these values, so these parts of the query are no longer needed.
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
