// A grant that remains although its account has ended: the holder of the application's tokens keeps the access that the
// account granted.
import { hourMs } from '../../mappings/kernel/durations.ts'
import { groupBy } from '../../mappings/kernel/group-by.ts'
import { hoursBetween } from '../entity-store/age.ts'
import { appStatus } from '../entity-store/app-status.ts'
import { accountView, appView, grantView, wholeApp } from '../entity-store/identities.ts'
import type { Identity, Lookup } from '../entity-store/lookup.ts'
import { deletion, isGiven, revocation } from '../entity-store/standing.ts'
import type { EntityId } from '../entity-store/store.ts'
import { subjectAt } from '../entity-store/subject.ts'
import { about, isFirstParty, type Moment, subjectOf } from './about.ts'
import { type End, endedOnce, endOf, nameAtEnd } from './ended-accounts.ts'
import { type Finding, toFindings, type UnresolvedFinding } from './finding.ts'
import type { AccountOf, PassOptions } from './history.ts'
import { earlier, type FindingSettings, type Span } from './settings.ts'

interface Ended extends AccountOf {
  readonly identities: readonly Identity[]
  readonly name: string
  readonly due: number
  readonly end: End
}

/** Returns grants that remain `containmentMs` after the end of their account. */
export async function findContainmentGaps(
  { history, settings, environment }: PassOptions,
  span: Span,
): Promise<Finding[]> {
  const found = await history.ends(earlier(span, settings.containmentMs))
  if (found.length === 0) return []
  const ended = await history.read((lookup) => endedAccounts(lookup, found, span, settings))
  if (ended.length === 0) return []
  const grants = await history.grantsOf(ended)
  const appIds = await history.read((lookup) =>
    grants.map(({ vendor, tenant, ids }) => wholeApp(lookup, subjectAt(vendor, tenant, 0), ids[0] ?? '')),
  )
  const appsOf = groupBy(appIds.keys(), (i) => holderOf(grants[i] as EntityId, grants[i]?.ids[1]))
  const gaps = await history.read((lookup) =>
    ended.flatMap((account) => {
      const moment = { ...account, at: account.due, lookup, environment }
      const granted = account.ids.flatMap((id) => appsOf.get(holderOf(account, id)) ?? []).sort((a, b) => a - b)
      const apps = new Map(granted.map((i) => [appIds[i]?.[0] ?? '', appIds[i] as readonly string[]]))
      return [...apps.values()].flatMap((held) => gapOf(moment, account, held, settings) ?? [])
    }),
  )
  return toFindings(history, gaps)
}

const holderOf = ({ vendor, tenant }: AccountOf, id: string | undefined): string => `${vendor}|${tenant}|${id}`

/** Returns accounts for which the time `containmentMs` after their end is within a span. */
function endedAccounts(
  lookup: Lookup,
  found: readonly EntityId[],
  span: Span,
  { containmentMs }: FindingSettings,
): Ended[] {
  return endedOnce(lookup, found, earlier(span, containmentMs)).flatMap((account) => {
    const { vendor, tenant, identities, times } = account
    const ids = identities.map(({ id }) => id)
    return [...times].flatMap((at) => {
      const due = at + containmentMs
      const end = endOf(accountView(lookup, subjectAt(vendor, tenant, due), identities), due)
      // The account was active again by then, or had already ended earlier.
      if (end?.at !== at) return []
      return [{ vendor, tenant, ids, identities, name: nameAtEnd(lookup, account, end), due, end }]
    })
  })
}

function gapOf(
  moment: Moment,
  { identities, name, due, end }: Ended,
  appIds: readonly string[],
  { containmentMs }: FindingSettings,
): UnresolvedFinding | undefined {
  const { lookup, vendor, tenant } = moment
  const app = appView(lookup, subjectOf(moment), appIds)
  const view = grantView(lookup, subjectOf(moment), appIds, identities)
  const disabled = appStatus(app, due)?.value === 'disabled'
  if (!isGiven(view, due) || disabled || isFirstParty(moment, appIds)) return undefined
  if (revocation(view, { at: due }, deletion(app, due)) !== undefined) return undefined
  const groups = about(moment, appIds, identities, name)
  // For a grant from an inventory only, no record contains the time of the grant.
  const granted = view.last('granted', due)
  const since = granted?.at ?? view.earliest('first_seen', due)
  const hours = Math.round(containmentMs / hourMs)
  return {
    kind: 'containment_gap',
    vendor,
    tenant,
    entity: [appIds[0] ?? '', name],
    due,
    message: `${name} has been ${end.status} for ${hours} hours, and "${groups.service?.name}" still holds its grant`,
    documents: [...(granted === undefined ? [] : [granted.event]), end.event],
    // Hours from the grant to the end of the account: a short time suggests that the grant caused the end.
    ...(since !== undefined && { value: hoursBetween(since, end.at) }),
    about: groups,
  }
}
