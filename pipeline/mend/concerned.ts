// Which documents a late fact concerns: those of the same application or account, under whatever id they have it.
import type { estypes } from '@elastic/elasticsearch'
import { entityKey, type Vendor } from '../../mappings/entities/key.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import { everybody } from '../remember/entity-ids.ts'
import { settleMs } from '../remember/stamp.ts'
import { addressesThere, otherVendor } from '../remember/stamp-linked.ts'
import type { Reader } from '../remember/store.ts'
import { longestId, tenantId } from '../remember/subject.ts'
import { type LateEntity, lateFrom } from './late-entities.ts'

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

/** Tenants of the other vendor, as memory writes them. */
export function tenantsElsewhere(vendor: Vendor, { tenants }: Environment): string[] {
  const there = otherVendor(vendor)
  return tenants.flatMap(({ id, vendor: of }) => (of === there ? [tenantId(id, there)] : []))
}

/** The ids of the same person with the other vendor: an ended account is annotated on the acts of both. */
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
  const ids = tenantsElsewhere(vendor, environment).flatMap((id) => joined(reader, there, id, 'account', addresses))
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

/** What a late fact concerns in some tenants. Without a tenant the record names none. */
export interface Fact {
  readonly entity: LateEntity
  readonly tenants: readonly string[]
  readonly concerned: Concerned
}

/** An earlier first event of a log source changes documents that lack what only a long history says. */
function ofFeed(dataset: string, from: number): Query {
  const settled = [{ range: { '@timestamp': { gte: from + settleMs, format: 'epoch_millis' } } }]
  const unused = [{ range: { 'oauth.grant.first_seen': { gte: from, format: 'epoch_millis' } } }]
  return {
    bool: {
      filter: [{ term: { 'event.dataset': dataset } }],
      should: [
        { bool: { filter: settled, must_not: [{ term: { 'oauth.memory.settled': true } }] } },
        { bool: { filter: unused, must_not: [{ exists: { field: 'oauth.grant.used' } }] } },
      ],
      minimum_should_match: 1,
    },
  }
}

/** Microsoft writes its ids in either case. A record may name no tenant, or one of which the entity store keeps the beginning. */
function inTenants(tenants: readonly string[]): Query[] {
  if (tenants.some((id) => id === '' || id.length >= longestId)) return []
  const should = tenants.map((value) => ({ term: { 'organization.id': { value, case_insensitive: true } } }))
  return [{ bool: { should } }]
}

/** The query for the documents that facts of the same tenants concern, stored since a moment. Clauses are named by position. */
export function concernedQuery(facts: readonly Fact[], storedSince: number): Query {
  const should = facts.map(({ entity, concerned: { apps, accounts } }, i): Query => {
    const from = lateFrom(entity)
    const since: Query = { range: { '@timestamp': { gte: from, format: 'epoch_millis' } } }
    const byApp = apps.length === 0 ? [] : [anyOf(appFields, apps)]
    const byAccount = accounts.length === 0 ? [] : [anyOf(accountFields, accounts)]
    const clauses = entity.name === 'feeds' ? [ofFeed(entity.ids[0] as string, from)] : [...byApp, ...byAccount]
    return { bool: { _name: `${i}`, filter: [since, ...clauses] } }
  })
  return {
    bool: {
      filter: [
        { exists: { field: 'oauth.action' } },
        { range: { 'event.ingested': { gte: storedSince, format: 'epoch_millis' } } },
        ...inTenants(facts[0]?.tenants ?? []),
        { bool: { should } },
      ],
    },
  }
}
