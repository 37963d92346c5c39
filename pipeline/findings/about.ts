// The subject of a finding as of its due time: the same facts as on an event at that time.
import type { Vendor } from '../../mappings/entities/key.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument, OauthGroup } from '../../mappings/fields/document.ts'
import { firstPartyApp } from '../../mappings/knowledge/apps.ts'
import { annotationsOf, putAnnotations } from '../entity-store/annotate.ts'
import type { EntityEvent } from '../entity-store/entity-event.ts'
import { heldBy } from '../entity-store/held.ts'
import { accountIdentities, appView, grantView, wholeApp } from '../entity-store/identities.ts'
import type { Identity, Lookup } from '../entity-store/lookup.ts'
import { withoutAnnotations } from '../entity-store/remove-annotations.ts'
import { accountOfKey, readSubject, type Subject, subjectAt } from '../entity-store/subject.ts'

export interface Moment {
  readonly vendor: Vendor
  readonly tenant: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly lookup: Lookup
  readonly environment: Environment
}

export function subjectOf({ vendor, tenant, at }: Moment): Subject {
  return subjectAt(vendor, tenant, at)
}

/** Returns all IDs of the application that has a given ID, the client ID first. */
export function idsOfApp(moment: Moment, id: string): readonly string[] {
  return wholeApp(moment.lookup, subjectOf(moment), id)
}

export function idsOfAccount(moment: Moment, key: string): readonly Identity[] {
  return accountIdentities(moment.lookup, subjectOf(moment), accountOfKey(key), moment.at)
}

function nameOfAccount(identities: readonly Identity[]): string {
  const address = identities.find(({ id }) => id.includes('@')) ?? identities[0]
  return address?.id ?? ''
}

export function isFirstParty(moment: Moment, ids: readonly string[]): boolean {
  const owner = appView(moment.lookup, subjectOf(moment), ids).last('owner_tenant', moment.at)?.value
  return firstPartyApp(ids[0] ?? '', owner) !== undefined
}

function nameOfApp(moment: Moment, ids: readonly string[]): string {
  const view = appView(moment.lookup, subjectOf(moment), ids)
  return (
    view.members('names', moment.at).at(-1) ?? view.members('names', Number.POSITIVE_INFINITY, 1)[0] ?? ids[0] ?? ''
  )
}

type About = Pick<EcsDocument, 'oauth' | 'service' | 'user' | 'related'>

/** Returns the field groups of an application and, if given, of an account under one of its names. */
export function about(
  moment: Moment,
  appIds: readonly string[],
  account?: readonly Identity[],
  address = account && nameOfAccount(account),
): About {
  const [id = ''] = appIds
  const name = nameOfApp(moment, appIds)
  // Another account may have the address by now, so the ID identifies the holder.
  const holder = account?.find((each) => !each.id.includes('@'))
  const oauth: OauthGroup = {
    // The annotations of `app_use` are the most complete. The application did not actually act.
    action: 'app_use',
    app: { id, name },
    ...(address !== undefined && { account: { name: address } }),
  }
  const subject: Subject = {
    ...subjectOf(moment),
    oauth,
    app: { id },
    ...(address !== undefined && { account: { ...accountOfKey(address), ...(holder && { id: holder.id }) } }),
  }
  const annotations = annotationsOf(subject, moment.lookup, moment.environment)
  if (annotations !== undefined) putAnnotations(subject, annotations)
  const { action, entity_store, ...groups } = oauth
  return {
    oauth: { ...groups, grant: { ...groups.grant, ...heldGrant(moment, appIds, account) } },
    service: { id, name },
    ...(address !== undefined && { user: { email: address }, related: { user: [address] } }),
  }
}

/**
 * Returns the subject of an event with the annotations of current knowledge. The annotations of a stored document
 * reflect the knowledge at the time of storage.
 */
export function knownNow(event: EntityEvent, lookup: Lookup, environment: Environment): Subject | undefined {
  const { oauth } = event.document
  if (oauth === undefined) return undefined
  const subject = readSubject({ ...event, document: { ...event.document, oauth: withoutAnnotations(oauth) } })
  const annotations = subject && annotationsOf(subject, lookup, environment)
  if (subject !== undefined && annotations !== undefined) putAnnotations(subject, annotations)
  return subject
}

/** Returns the first event of each act, in order of time. Two logs may record the same act. */
export function firstOfActs<E extends EntityEvent>(events: readonly E[]): E[] {
  const acts = new Map<string, E>()
  const time = ({ document }: E): string => document['@timestamp'] ?? ''
  for (const event of [...events].sort((a, b) =>
    time(a) === time(b) ? (a.id < b.id ? -1 : 1) : time(a) < time(b) ? -1 : 1,
  )) {
    const act = event.document.oauth?.act?.id ?? event.id
    if (!acts.has(act)) acts.set(act, event)
  }
  return [...acts.values()]
}

function heldGrant(
  moment: Moment,
  appIds: readonly string[],
  account: readonly Identity[] | undefined,
): NonNullable<OauthGroup['grant']> {
  if (account === undefined) return {}
  const view = grantView(moment.lookup, subjectOf(moment), appIds, account)
  const { scopes, tier } = heldBy(view, moment.at)
  return { ...(scopes.length > 0 && { scopes }), ...(tier !== undefined && { tier }) }
}
