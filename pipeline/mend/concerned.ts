// Which documents a late fact concerns: those of the same application or account, under whatever id they have it.
import type { estypes } from '@elastic/elasticsearch'
import { entityKey, type Vendor } from '../../mappings/entities/key.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import { everybody } from '../remember/entity-ids.ts'
import { addressesThere, otherVendor } from '../remember/stamp-linked.ts'
import type { Reader } from '../remember/store.ts'
import type { LateEntity } from './late-entities.ts'

type Query = estypes.QueryDslQueryContainer

/** All ids of what an entity is about; empty where it is not about an application, or not about an account. */
export interface Concerned {
  readonly apps: readonly string[]
  readonly accounts: readonly string[]
}

/** Links lead from id to id; one thing has no more than that. */
const mostIds = 64

/** The ids that aliases join with these, themselves among them. */
function joined(
  reader: Reader,
  vendor: string,
  tenant: string,
  kind: 'app' | 'account',
  ids: readonly string[],
): string[] {
  const found = new Set(ids)
  for (const id of found) {
    if (found.size >= mostIds) break
    const alias = reader.get('aliases', entityKey(vendor as Vendor, tenant, kind, id))
    for (const { value } of alias?.links?.ordered() ?? []) found.add(value.slice(value.indexOf(':') + 1))
  }
  return [...found]
}

/** Applications by the ids of any of them. */
export function appsJoined(reader: Reader, { vendor, tenant }: LateEntity, ids: readonly string[]): string[] {
  return joined(reader, vendor, tenant, 'app', ids)
}

/** What a late fact is about. */
export function concernedBy(reader: Reader, entity: LateEntity): Concerned {
  const { name, vendor, tenant, ids } = entity
  const [first = '', second = ''] = ids
  const apps = (...of: string[]) => joined(reader, vendor, tenant, 'app', of)
  const accounts = (...of: string[]) => joined(reader, vendor, tenant, 'account', of)
  switch (name) {
    case 'apps':
      return { apps: apps(first), accounts: [] }
    case 'grants':
      return { apps: apps(first), accounts: second === everybody ? [] : accounts(second) }
    case 'accounts':
      return { apps: [], accounts: accounts(first) }
    case 'aliases': {
      if (first === 'app') return { apps: apps(second), accounts: [] }
      if (first === 'account') return { apps: [], accounts: accounts(second) }
      const named = reader.get('aliases', entityKey(vendor as Vendor, tenant, first, second))?.links
      return { apps: apps(...(named?.ordered() ?? []).map(({ value }) => value)), accounts: [] }
    }
    case 'feeds':
      return { apps: [], accounts: [] }
    default:
      return name satisfies never
  }
}

/** The ids of the same person with the other vendor: whose account ended is stamped on the acts of both. */
export function accountsElsewhere(
  reader: Reader,
  vendor: Vendor,
  accounts: readonly string[],
  environment: Environment,
): string[] {
  const own = accounts.filter((id) => id.includes('@'))
  if (own.length === 0) return []
  const there = otherVendor(vendor)
  const addresses = [...addressesThere(environment, vendor, own)]
  const ids = environment.tenants
    .filter((tenant) => tenant.vendor === there)
    .flatMap(({ id }) => joined(reader, there, there === 'microsoft' ? id.toLowerCase() : id, 'account', addresses))
  return [...new Set(ids)].filter((id) => !accounts.includes(id))
}

const appFields = ['oauth.app.id', 'oauth.app.object_id', 'oauth.app.registration_id']
const accountFields = [
  'oauth.account.id',
  'oauth.account.name',
  'oauth.grant.principal.id',
  'oauth.grant.principal.name',
]

/** Microsoft writes its ids in either case, and memory keeps them in lower case. */
function anyOf(fields: readonly string[], ids: readonly string[]): Query {
  const values = [...new Set(ids.flatMap((id) => [id, id.toUpperCase()]))]
  const addresses = ids.filter((id) => id.includes('@'))
  return {
    bool: {
      should: fields.flatMap((field) => [
        { terms: { [field]: values } },
        ...addresses.map((value) => ({ term: { [field]: { value, case_insensitive: true } } })),
      ]),
    },
  }
}

/** The query for the documents that late facts concern, stored since a moment. */
export function concernedQuery(
  facts: readonly { readonly entity: LateEntity; readonly concerned: Concerned }[],
  storedSince: number,
): Query {
  const should = facts.map(({ entity: { name, ids, late }, concerned: { apps, accounts } }): Query => {
    const since: Query = { range: { '@timestamp': { gte: late.from, format: 'epoch_millis' } } }
    if (name === 'feeds') return { bool: { filter: [since, { term: { 'event.dataset': ids[0] as string } }] } }
    const byApp = apps.length === 0 ? [] : [anyOf(appFields, apps)]
    const byAccount = accounts.length === 0 ? [] : [anyOf(accountFields, accounts)]
    return { bool: { filter: [since, ...byApp, ...byAccount] } }
  })
  return {
    bool: {
      filter: [
        { exists: { field: 'oauth.action' } },
        { range: { 'event.ingested': { gte: storedSince, format: 'epoch_millis' } } },
        { bool: { should } },
      ],
    },
  }
}
