// Finds all IDs of the application or account in a record, by the aliases in the entity store.
import { entityKey } from '../../mappings/entities/key.ts'
import type { accounts, apps, grants } from '../../mappings/entities/types.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { accountId, aliasId, appId, everybody, grantId } from './entity-ids.ts'
import type { Identity, Lookup } from './lookup.ts'
import type { Reader } from './store.ts'
import { type AccountIds, type AppIds, appKeyId, type Subject } from './subject.ts'
import { type Part, View } from './view.ts'

/** An application or account has no more IDs than this. Of more IDs, the oldest are used. */
const mostIds = 12

interface Link {
  readonly kind: string
  readonly id: string
  readonly first: number
}

function linksOf(reader: Reader, subject: Subject, of: 'app' | 'account', id: string): Link[] {
  const alias = reader.get('aliases', aliasId(subject.vendor, subject.tenant, of, id).key)
  if (alias?.links === undefined) return []
  return alias.links
    .ordered()
    .slice(0, mostIds)
    .map(({ value, first }) => {
      const colon = value.indexOf(':')
      return { kind: value.slice(0, colon), id: value.slice(colon + 1), first }
    })
}

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

/** Returns the successive holders of an address: the directory objects that had it. */
function holders(links: readonly Link[]): Link[] {
  return links.filter(({ kind }) => kind === 'object' || kind === 'profile')
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
  const { address } = account
  const known = address === undefined ? [] : linksOf(reader, subject, 'account', address)
  const turns = holders(known)
  const isHolder = account.idKind === 'object' || account.idKind === 'profile'
  const holder =
    (isHolder ? account.id : undefined) ?? (turns.filter(({ first }) => first <= at).at(-1) ?? turns[0])?.id
  const links = linksOf(reader, subject, 'account', holder ?? account.id ?? '')
  const addresses = [
    ...(address === undefined ? [] : [address]),
    ...links.filter(({ kind }) => kind === 'address').map(({ id }) => id),
  ]
  const identities = new Map<string, Identity>()
  for (const id of [holder, account.id])
    if (id !== undefined) identities.set(id, { id, from: undefined, until: undefined })
  for (const each of addresses.slice(0, mostIds)) {
    const inTurn = each === address ? turns : holders(linksOf(reader, subject, 'account', each))
    const turn = inTurn.findIndex(({ id }) => id === holder)
    const from = turn > 0 ? inTurn[turn]?.first : undefined
    const until = turn >= 0 ? inTurn[turn + 1]?.first : undefined
    identities.set(each, { id: each, from, until })
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
 * first. An address without a known object is a separate account.
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
