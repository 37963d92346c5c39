// The reason for suspicion of an application, in one sentence: the most severe rule, and the facts that support it.
import { tierRank } from '../../../mappings/knowledge/permissions.ts'
import { compareSeverity } from '../../../rules/lib/rule.ts'
import { time } from '../../entity-store/age.ts'
import { isStanding } from '../../review/grants.ts'
import type { ReviewedApp } from '../../review/review.ts'
import type { DataTaken } from '../evidence/data-taken.ts'
import type { RuleAlerts } from './model.ts'
import type { Trail } from './trail.ts'
import { count, list } from './words.ts'

/** The acts that let somebody else use an application. */
const additions = { credential_add: 'credentials', owner_add: 'owners', redirect_change: 'redirect URIs' } as const

/** Absent for an application whose alerts are all below high. */
export function suspicionOf(
  [gravest]: readonly RuleAlerts[],
  app: ReviewedApp | undefined,
  trail: Trail | undefined,
  taken: DataTaken | undefined,
): string | undefined {
  if (gravest === undefined || compareSeverity(gravest.severity, 'high') < 0) return undefined
  const { formerTier, tier, registered, grants = [] } = app ?? {}
  const highest = formerTier ?? tier
  const added = Object.entries(additions).flatMap(([act, what]) => (trail?.byAction.has(act) ? what : []))
  const kinds = [...(trail?.kinds ?? [])].sort()
  const isNew = taken?.networks.shown.filter((network) => network.isNew === true) ?? []
  const from = isNew.length === 0 ? '' : ` from ${count(isNew.length, 'network')} that it had not used before`
  const facts = [
    ...(registered === undefined ? [] : [`was registered in this tenant at ${time(registered)}`]),
    ...(added.length === 0 ? [] : [`received new ${list(added)}`]),
    ...(highest === undefined || tierRank(highest) < tierRank('high')
      ? []
      : [`${formerTier === undefined && grants.some(isStanding) ? 'holds' : 'held'} ${highest} permissions`]),
    ...(kinds.length === 0 ? [] : [`used ${list(kinds)} data${from}`]),
  ]
  const [alert] = gravest.alerts
  const why = facts.length === 0 ? (alert?.reason ?? '') : `the application ${list(facts)}`
  return `Suspicious: ${why} (${gravest.name}).`
}
