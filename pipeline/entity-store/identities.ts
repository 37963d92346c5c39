// From the ids that a record has to all the ids of the same application or account, by the aliases that the entity store learned.
import { entityKey } from '../../mappings/entities/key.ts'
import type { accounts, apps, grants } from '../../mappings/entities/types.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { accountId, aliasId, appId, everybody, grantId } from './entity-ids.ts'
import type { Identity, Lookup } from './lookup.ts'
import type { Reader } from './store.ts'
import { type AccountIds, type AppIds, appKeyId, type Subject } from './subject.ts'
import { type Part, View } from './view.ts'

/** More ids than that, one thing does not have: the oldest are taken. */
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

/** Ids of an application, the client id first where it is known. */
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
  // Of Google's applications several clients share one project: from the project to its clients, and no further.
  const far =
    client === undefined || client === start || subject.vendor === 'google'
      ? []
      : linksOf(reader, subject, 'app', client)
  const ids = [...(client === undefined ? [] : [client]), ...own, ...[...near, ...far].map(({ id }) => id)]
  return [...new Set(ids)].slice(0, mostIds)
}

/** The holders of an address in turn: the directory objects that had it. */
function holders(links: readonly Link[]): Link[] {
  return links.filter(({ kind }) => kind === 'object' || kind === 'profile')
}

/** Ids of an account as of a time. An address belongs to the one who has it then. */
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
  // Where an address changed hands, the ids depend on the time.
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

/** An id leads to the others in steps; one application has no more ids than that. */
const mostIdsOfWhole = 64

/**
 * All ids of an application, the client id first: the same ones, in the same order, whichever of them is asked about. An
 * event asks for the ids near its own, at less cost.
 */
export function wholeApp(lookup: Lookup, subject: Subject, id: string): readonly string[] {
  if (subject.vendor === 'google') {
    // What only its project is named for belongs to the oldest client of the project.
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
 * All IDs of an account as of a time: the same result for each of them. A directory object comes first; an address
 * without a known object is an account by itself.
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

/** What an application was given by or for some accounts; `everybody` for grants that cover the tenant. */
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

/** The same of some accounts and of everybody: what the whole tenant was given, each account has, too. */
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

/** The key of the log source that a fact's history is measured by. */
export function logSourceKey({ vendor, tenant, dataset }: Subject): string {
  return entityKey(vendor, tenant, dataset)
}
