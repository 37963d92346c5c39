// Finds all IDs of the application or account in a record, by the aliases in the entity store.
import { entityKey } from '../../mappings/entities/key.ts'
import type { accounts, apps, grants } from '../../mappings/entities/types.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { type Link, linksOf, mostIds, type Turn, turnAt, turnsOf, turnsOfPerson } from './account-names.ts'
import { accountId, appId, everybody, grantId } from './entity-ids.ts'
import type { Identity, Lookup } from './lookup.ts'
import type { Reader } from './store.ts'
import { type AccountIds, type AppIds, appKeyId, type Subject } from './subject.ts'
import { type Part, View } from './view.ts'

/** Returns the IDs of an application. If the client ID is known, it comes first. */
export function appIdentities(lookup: Lookup, subject: Subject, app: AppIds): readonly string[] {
  const { id, objectId, registrationId } = app
  const key = `${subject.vendor}|${subject.tenant}|${id}|${objectId}|${registrationId}`
  return lookedUp(lookup.apps, key, () => findApp(lookup, subject, app))
}

function findApp(reader: Reader, subject: Subject, app: AppIds): string[] {
  const own = [app.id, app.objectId, app.registrationId].filter((id) => id !== undefined)
  const start = appKeyId(app)
  const near = linksOf(reader, subject, 'app', start)
  const client = app.id ?? near.find(({ kind }) => kind === 'client')?.id
  // Several Google clients share one project: the search goes from the project to its clients, and no further.
  const far =
    client === undefined || client === start || subject.vendor === 'google'
      ? []
      : linksOf(reader, subject, 'app', client)
  const ids = [...(client === undefined ? [] : [client]), ...own, ...[...near, ...far].map(({ id }) => id)]
  return [...new Set(ids)].slice(0, mostIds)
}

/** Returns the IDs of an account as of a time. An address belongs to its holder at this time. */
export function accountIdentities(
  lookup: Lookup,
  subject: Subject,
  account: AccountIds,
  at: number,
): readonly Identity[] {
  const key = `${subject.vendor}|${subject.tenant}|${account.address}|${account.idKind}|${account.id}`
  const known = lookup.accounts.get(key)
  if (known !== undefined) return known
  const found = findAccount(lookup, subject, account, at)
  // If an address changed its holder, the IDs depend on the time and are not cached.
  if (found.every(({ from, until }) => from === undefined && until === undefined)) lookup.accounts.set(key, found)
  return found
}

function findAccount(reader: Reader, subject: Subject, account: AccountIds, at: number): Identity[] {
  const { address, id, idKind } = account
  const stated = idKind === 'object' || idKind === 'profile' ? id : undefined
  const own = address === undefined ? [] : turnsOf(reader, subject, address)
  const now = turnAt(own, at)
  const first = stated === undefined ? now : own.find(({ holder }) => holder === stated)
  // The record shows the object of the person before the entity store does.
  const isNew = first === undefined && now?.from !== undefined && now.holder === undefined
  const start = isNew ? now : first
  const near = start === undefined ? [] : turnsOfPerson(reader, subject, start)
  const holder = stated ?? near.find((turn) => turn.holder !== undefined)?.holder
  const identities = new Map<string, Identity>()
  for (const each of [holder, id])
    if (each !== undefined) identities.set(each, { id: each, from: undefined, until: undefined })
  const add = (turn: Turn) =>
    identities.set(`${turn.address} ${turn.from}`, { id: turn.address, from: turn.from, until: turn.until })
  const addresses = new Set(near.map((turn) => turn.address))
  if (address !== undefined && start === undefined) {
    addresses.add(address)
    identities.set(address, { id: address, from: undefined, until: undefined })
  }
  for (const turn of near) add(turn)
  for (const link of linksOf(reader, subject, 'account', holder ?? id ?? '')) {
    if (link.kind !== 'address' || addresses.has(link.id) || addresses.size >= mostIds) continue
    addresses.add(link.id)
    const turn = turnsOf(reader, subject, link.id).find((each) => each.holder === holder)
    if (turn === undefined) identities.set(link.id, { id: link.id, from: undefined, until: undefined })
    else for (const each of turnsOfPerson(reader, subject, turn)) add(each)
  }
  return [...identities.values()]
}

/** The search follows IDs step by step. No application has more IDs than this. */
const mostIdsOfWhole = 64

/**
 * Returns all IDs of an application, with the client ID first. The result and its order are the same for each of these
 * IDs. Events use the cheaper search for the nearest IDs.
 */
export function wholeApp(lookup: Lookup, subject: Subject, id: string): readonly string[] {
  if (subject.vendor === 'google') {
    // Facts with only a project ID belong to the oldest client of the project.
    const [client = id] = appIdentities(lookup, subject, { objectId: id })
    return appIdentities(lookup, subject, { id: client })
  }
  const ids = new Set([id])
  const clients: Link[] = []
  for (const each of ids) {
    if (ids.size >= mostIdsOfWhole) break
    for (const link of linksOf(lookup, subject, 'app', each)) {
      ids.add(link.id)
      if (link.kind === 'client') clients.push(link)
    }
  }
  const [client] = clients.sort((a, b) => a.first - b.first || (a.id < b.id ? -1 : 1))
  const sorted = [...ids].sort()
  return client === undefined ? sorted : [client.id, ...sorted.filter((each) => each !== client.id)]
}

/**
 * Returns all IDs of an account as of a time. The result is the same for each of these IDs. A directory object comes
 * first. Without a known object, an address leads to the addresses that its holder had before and after it.
 */
export function wholeAccount(lookup: Lookup, subject: Subject, account: AccountIds, at: number): readonly Identity[] {
  const found = accountIdentities(lookup, subject, account, at)
  const holder = found[0]?.id
  if (holder === undefined || holder.includes('@')) return found
  return accountIdentities(lookup, subject, { id: holder, idKind: 'object' }, at)
}

export function appView(lookup: Lookup, subject: Subject, ids: readonly string[]): View<typeof apps> {
  return lookedUp(lookup.appViews, ids, () => {
    const parts: Part<typeof apps>[] = []
    for (const id of ids) {
      const entity = lookup.get('apps', appId(subject, id).key)
      if (entity !== undefined) parts.push({ entity, from: undefined, until: undefined })
    }
    return new View(parts)
  })
}

export function accountView(lookup: Lookup, subject: Subject, identities: readonly Identity[]): View<typeof accounts> {
  return lookedUp(lookup.accountViews, identities, () => {
    const parts: Part<typeof accounts>[] = []
    for (const { id, from, until } of identities) {
      const entity = lookup.get('accounts', accountId(subject, id).key)
      if (entity !== undefined) parts.push({ entity, from, until })
    }
    return new View(parts)
  })
}

/** Returns the grants of an application by or for some accounts; with `everybody`, the grants that cover the tenant. */
export function grantView(
  lookup: Lookup,
  subject: Subject,
  appIds: readonly string[],
  principals: readonly Identity[],
): View<typeof grants> {
  const ofApp = lookedUp(lookup.grantViews, appIds, () => new WeakMap<readonly Identity[], View<typeof grants>>())
  return lookedUp(ofApp, principals, () => {
    const parts: Part<typeof grants>[] = []
    for (const app of appIds) {
      for (const { id, from, until } of principals) {
        const entity = lookup.get('grants', grantId(subject, app, id).key)
        if (entity !== undefined) parts.push({ entity, from, until })
      }
    }
    return new View(parts)
  })
}

export const everybodyIdentity: readonly Identity[] = [{ id: everybody, from: undefined, until: undefined }]

/** Returns the grants of some accounts and the tenant-wide grants: each account has the latter, too. */
export function wideGrantView(
  lookup: Lookup,
  subject: Subject,
  appIds: readonly string[],
  identities: readonly Identity[],
): View<typeof grants> {
  const ofApp = lookedUp(lookup.wideGrantViews, appIds, () => new WeakMap<readonly Identity[], View<typeof grants>>())
  return lookedUp(ofApp, identities, () =>
    grantView(lookup, subject, appIds, identities).and(grantView(lookup, subject, appIds, everybodyIdentity)),
  )
}

/** The key of the log source that determines how long the history of a fact is. */
export function logSourceKey({ vendor, tenant, dataset }: Subject): string {
  return entityKey(vendor, tenant, dataset)
}
