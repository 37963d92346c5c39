// A grant that is left although its account has ended: whoever holds the application's tokens keeps what the account gave.
import type { accounts } from '../../mappings/entities/types.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import type { AccountStatus } from '../../mappings/lib/operation.ts'
import { hoursBetween } from '../remember/age.ts'
import { accountView, appView, grantView } from '../remember/identities.ts'
import type { Lookup } from '../remember/lookup.ts'
import { hasEnded, statuses } from '../remember/stamp-account.ts'
import { appStatus } from '../remember/stamp-app.ts'
import { deletion, isGiven, revocation } from '../remember/stamp-grant.ts'
import type { View } from '../remember/view.ts'
import { about, idsOfAccount, idsOfApp, isFirstParty, type Moment, nameOfAccount, subjectOf } from './about.ts'
import { type Finding, type FindingFacts, toFinding } from './finding.ts'
import type { AccountOf, History } from './history.ts'
import { earlier, type FindingSettings, hourMs, isIn, type Span } from './settings.ts'

interface End {
  /** Since when, whatever ended it first. */
  readonly at: number
  readonly status: AccountStatus
  /** The document that says it. */
  readonly event: string
}

/** The end of an account as of a time: disabled, then deleted, is one end. */
export function endOf(view: View<typeof accounts>, time: number): End | undefined {
  let end: End | undefined
  for (const { at, value, event } of statuses(view, time)) {
    const status = value as AccountStatus
    if (!hasEnded(status)) break
    end = { at, status, event }
  }
  return end
}

interface Ended extends AccountOf {
  readonly due: number
  readonly end: End
}

/** Grants that are left `containmentMs` after their account has ended. */
export async function findContainmentGaps(
  history: History,
  span: Span,
  settings: FindingSettings,
  environment: Environment,
): Promise<Finding[]> {
  const found = await history.ends(earlier(span, settings.containmentMs))
  if (found.length === 0) return []
  const ended = await history.read((lookup) => {
    const byName = new Map<string, Ended>()
    for (const { vendor, tenant, ids } of found) {
      const each = endedAccount(lookup, { vendor: vendor as Ended['vendor'], tenant }, ids[0] ?? '', span, settings)
      if (each !== undefined) byName.set(`${vendor}|${tenant}|${each.ids[0]}`, each)
    }
    return [...byName.values()]
  })
  if (ended.length === 0) return []
  const grants = await history.grantsOf(ended)
  const gaps = await history.read((lookup) =>
    ended.flatMap((account) => {
      const moment = { ...account, at: account.due, lookup, environment }
      const apps = new Map<string, readonly string[]>()
      for (const { vendor, tenant, ids } of grants) {
        if (vendor !== account.vendor || tenant !== account.tenant || !account.ids.includes(ids[1] ?? '')) continue
        const appIds = idsOfApp(moment, ids[0] ?? '')
        apps.set(appIds[0] ?? '', appIds)
      }
      return [...apps.values()].flatMap((appIds) => gapOf(moment, account, appIds, settings) ?? [])
    }),
  )
  const references = new Map(
    (await history.references(gaps.flatMap(({ documents }) => documents))).map((each) => [each._id, each]),
  )
  return gaps.map(({ documents, ...facts }) =>
    toFinding({ ...facts, events: documents.flatMap((id) => references.get(id) ?? []) }),
  )
}

function endedAccount(
  lookup: Lookup,
  of: Pick<AccountOf, 'vendor' | 'tenant'>,
  key: string,
  span: Span,
  { containmentMs }: FindingSettings,
): Ended | undefined {
  // Asked as of the end of the span first: when it ended says as of when to ask.
  const moment = { ...of, at: span.until, lookup } as Moment
  const known = endOf(accountView(lookup, subjectOf(moment), idsOfAccount(moment, key)), span.until)
  if (known === undefined) return undefined
  const due = known.at + containmentMs
  if (!isIn(span, due)) return undefined
  const identities = idsOfAccount({ ...moment, at: due }, key)
  const end = endOf(accountView(lookup, subjectOf(moment), identities), due)
  if (end === undefined) return undefined
  const name = nameOfAccount(identities)
  return { ...of, ids: [name, ...identities.map(({ id }) => id).filter((id) => id !== name)], due, end }
}

type Gap = Omit<FindingFacts, 'events'> & { readonly documents: readonly string[] }

function gapOf(
  moment: Moment,
  { ids, due, end }: Ended,
  appIds: readonly string[],
  { containmentMs }: FindingSettings,
): Gap | undefined {
  const { lookup, vendor, tenant } = moment
  const [address = ''] = ids
  const identities = idsOfAccount(moment, address)
  const app = appView(lookup, subjectOf(moment), appIds)
  const view = grantView(lookup, subjectOf(moment), appIds, identities)
  const disabled = appStatus(app, due)?.value === 'disabled'
  if (!isGiven(view, due) || disabled || isFirstParty(moment, appIds)) return undefined
  if (revocation(view, { at: due }, deletion(app, due)) !== undefined) return undefined
  const groups = about(moment, appIds, identities)
  // Of a grant that only an inventory knows, no record says when it was given.
  const granted = view.last('granted', due)
  const since = granted?.at ?? view.earliest('first_seen', due)
  const hours = Math.round(containmentMs / hourMs)
  return {
    kind: 'containment_gap',
    vendor,
    tenant,
    entity: [appIds[0] ?? '', address],
    due,
    message: `${address} has been ${end.status} for ${hours} hours, and "${groups.service?.name}" still holds its grant`,
    documents: [...(granted === undefined ? [] : [granted.event]), end.event],
    // How long before the end the grant was given: an account that is ended for what it granted was ended soon after.
    ...(since !== undefined && { value: hoursBetween(since, end.at) }),
    about: groups,
  }
}
