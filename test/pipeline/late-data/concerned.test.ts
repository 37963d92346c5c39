import { expect, it } from 'vitest'
import { type EntityName, entityTypes } from '../../../mappings/entities/types.ts'
import { type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { EcsDocument, OauthGroup } from '../../../mappings/fields/document.ts'
import { baselineMs } from '../../../pipeline/entity-store/annotate.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { aliasId } from '../../../pipeline/entity-store/entity-ids.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import {
  accountsElsewhere,
  concernedBy,
  concernedOf,
  concernedQuery,
  factsById,
} from '../../../pipeline/late-data/concerned.ts'
import { differing, prepare } from '../../../pipeline/late-data/difference.ts'
import type { LateEntity } from '../../../pipeline/late-data/late-entities.ts'
import { day, eventOf, googleCustomer } from '../entity-store/events.ts'

const tenant = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'

function late(name: EntityName, ...ids: string[]): LateEntity {
  const stored = { index: `consentry-${name}-test`, id: ids.join('|'), seqNo: 1, primaryTerm: 1 }
  const mark = { from: 5_000, first_recorded: 9_000, last_recorded: 9_000 }
  return { name, vendor: 'microsoft', tenant, ids, due: [mark], hasStatus: false, isReset: false, isNew: false, stored }
}

/** Makes an entity store in which these ids belong to one entity: each id links to the next. */
function entity_store(kind: 'app' | 'account' | 'name', ...links: [string, string][]): InMemoryStore {
  const store = new InMemoryStore()
  for (const [id, other] of links)
    store.observe('aliases', aliasId('microsoft', tenant, kind, id), 'links', { value: other, first: 1 })
  return store
}

it('the creation time of an account is not an ID of the account', () => {
  const store = entity_store('account', ['mara@northpier.example', 'created:1772334000000'])
  expect(concernedBy(store, late('accounts', 'mara@northpier.example')).accounts).toEqual(['mara@northpier.example'])
})

it('the documents affected by a late fact are the documents of an account under all its linked IDs', () => {
  const store = entity_store('account', ['mara@northpier.example', 'object:0b7c'], ['0b7c', 'mailbox:b1c2'])
  expect(concernedBy(store, late('accounts', 'mara@northpier.example'))).toEqual({
    apps: [],
    accounts: ['mara@northpier.example', '0b7c', 'b1c2'],
  })
})

it('a late fact about a grant affects documents of its application and account; if tenant-wide, of its application', () => {
  const store = entity_store('app', ['e2f4', 'object:4d9e'])
  expect(concernedBy(store, late('grants', 'e2f4', 'mara@northpier.example'))).toEqual({
    apps: ['e2f4', '4d9e'],
    accounts: ['mara@northpier.example'],
  })
  expect(concernedBy(store, late('grants', 'e2f4', '*'))).toEqual({ apps: ['e2f4', '4d9e'], accounts: [] })
})

it('the documents affected by a late fact about an account include the person’s documents with the other vendor', () => {
  const store = new InMemoryStore()
  const link = aliasId('google', 'C02exmpl9', 'account', 'mara@mail.northpier.example')
  store.observe('aliases', link, 'links', { value: 'profile:1182', first: 1 })
  const environment: Environment = {
    ...emptyEnvironment,
    tenants: [{ id: 'C02exmpl9', vendor: 'google' }],
    identities: [{ microsoft: 'mara@northpier.example', google: 'mara@mail.northpier.example' }],
  }
  const elsewhere = (own: Environment) => accountsElsewhere(store, 'microsoft', ['mara@northpier.example', '0b7c'], own)
  // The original address is looked up there, too: many people have the same address with both vendors.
  expect(elsewhere(environment)).toEqual(['mara@northpier.example', 'mara@mail.northpier.example', '1182'])
  expect(elsewhere({ ...environment, tenants: [] })).toEqual([])
})

it('the documents affected by a late fact about a name are the documents of all applications that had the name', () => {
  const store = entity_store('name', ['invoicesync', 'e2f4'], ['invoicesync', '77aa'])
  expect(concernedBy(store, late('aliases', 'name', 'invoicesync')).apps).toEqual(['77aa', 'e2f4'])
})

it('a late service account of a project corrects the documents in which other service accounts of the project come from outside', async () => {
  const joins = (days: number, name: string): EntityEvent =>
    eventOf('google_workspace.group_enterprise', days * day, {
      event: { action: 'add_member' },
      user: { target: { email: `${name}@lattice.iam.gserviceaccount.com` } },
    })
  const store = new InMemoryStore()
  const updateEntities = makeUpdateEntities(store)
  const [second] = await updateEntities([joins(1, 'b')])
  const document = second?.document as EcsDocument
  expect(document.oauth?.act?.outside).toBe(true)
  await updateEntities([joins(0, 'a')])
  const entity: LateEntity = { ...late('aliases', 'project', 'lattice'), vendor: 'google', tenant: googleCustomer }
  const concerned = concernedBy(store, entity)
  const fact = { entity, tenants: [googleCustomer], concerned }
  expect(JSON.stringify(concernedQuery([fact], 77))).toContain(`{"terms":{"user.target.email":["a@lattice`)
  expect(concerned.accounts).toContain(document.user?.target?.email)
  expect(factsById([fact])(document)).toEqual([fact])
  const [corrected] = differing(prepare([{ of: 'b', id: 'b', document }]), store, emptyEnvironment)
  expect(corrected?.document).toEqual(joins(1, 'b').document)
})

it('a late network of an administrator corrects the uses of the grant that the administrator gave to all accounts', async () => {
  const ivo = 'ivo@northpier.example'
  const act = (days: number, email: string, ip: string, oauth: OauthGroup): EntityEvent =>
    eventOf('google_workspace.admin', days * day, { user: { email }, source: { ip }, oauth })
  const console = (days: number, ip: string) =>
    act(days, ivo, ip, {
      action: 'app_sign_in',
      app: { id: 'console', first_party: true },
      account: { name: ivo },
    })
  const app = { id: 'client' }
  const grant = { breadth: 'tenant', kind: 'domain_delegation' } as const
  const use = () =>
    act(22, 'mara@northpier.example', '', { action: 'app_use', app, account: { name: 'mara@northpier.example' } })
  const store = new InMemoryStore()
  const updateEntities = makeUpdateEntities(store)
  await updateEntities([
    console(20, '203.0.113.9'),
    act(21, ivo, '203.0.113.9', { action: 'delegation_grant', app, grant }),
  ])
  const [stored] = await updateEntities([use()])
  const document = stored?.document as EcsDocument
  expect(document.oauth?.grant).toMatchObject({ granted_by: ivo })
  expect(document.oauth?.grant).not.toHaveProperty('from_new_network')
  await updateEntities([console(0, '198.51.100.20')])
  const entity: LateEntity = { ...late('accounts', ivo), vendor: 'google', tenant: googleCustomer }
  const fact = { entity, tenants: [googleCustomer], concerned: concernedBy(store, entity) }
  expect(JSON.stringify(concernedQuery([fact], 77))).toContain('{"terms":{"oauth.grant.granted_by":["ivo@')
  expect(factsById([fact])(document)).toEqual([fact])
  const [corrected] = differing(prepare([{ of: 'use', id: '22', document }]), store, emptyEnvironment)
  expect(corrected?.document.oauth?.grant?.from_new_network).toBe(true)
})

it('a late fact about an application affects the uses of the grants that it made', () => {
  const fact = { entity: late('apps', 'program'), tenants: [tenant], concerned: { apps: ['program'], accounts: [] } }
  expect(JSON.stringify(concernedQuery([fact], 77))).toContain('{"terms":{"oauth.grant.granted_by":["program"')
  const document: EcsDocument = { event: {}, oauth: { grant: { granted_by: 'program' } } }
  expect(factsById([fact])(document)).toEqual([fact])
})

it('a late fact about an account that made many credentials is divided into facts with all IDs of their owners', () => {
  const store = new InMemoryStore()
  const owners = Array.from(
    { length: 700 },
    (_, i) => ({ name: 'accounts', id: `owner${i}@northpier.example` }) as const,
  )
  for (const [i, { id }] of owners.entries())
    store.observe('aliases', aliasId('microsoft', tenant, 'account', id), 'links', {
      value: `object:id-${i}`,
      first: 1,
    })
  const parts = concernedOf(store, late('accounts', 'ivo@northpier.example'), owners)
  expect(parts.map(({ accounts }) => accounts.length)).toEqual([500, 500, 400])
  expect(new Set(parts.flatMap(({ accounts }) => accounts)).size).toBe(1_400)
})

it('a late role of a group corrects the new members of the group in each log of groups', () => {
  const address = 'finance@northpier.example'
  const entity: LateEntity = { ...late('accounts', address), vendor: 'google', tenant: googleCustomer }
  const fact = { entity, tenants: [googleCustomer], concerned: concernedBy(new InMemoryStore(), entity) }
  const member = { event: {}, google_workspace: {} }
  for (const document of [
    { ...member, google_workspace: { admin: { group: { email: address } } } },
    { ...member, google_workspace: { groups: { email: address } } },
    { ...member, group: { id: address } },
  ])
    expect(factsById([fact])(document)).toEqual([fact])
})

it('a document that Elasticsearch refuses keeps the late facts about each of its IDs, also about its actor', () => {
  const store = new InMemoryStore()
  const fact = (name: EntityName, ...ids: string[]) => {
    const entity = late(name, ...ids)
    return { entity, tenants: [tenant], concerned: concernedBy(store, entity) }
  }
  const facts = [
    fact('apps', 'e2f4'),
    fact('accounts', 'mara@northpier.example'),
    fact('log_sources', 'azure.auditlogs'),
  ]
  const document = {
    event: { dataset: 'azure.auditlogs' },
    user: { email: 'Mara@northpier.example' },
    oauth: { actor_app: { id: 'E2F4' } },
  } as EcsDocument
  expect(new Set(factsById([...facts, fact('apps', '77aa')])(document))).toEqual(new Set(facts))
})

it('the documents affected by a late fact are searched from its event time, regardless of case, and never without an ID', () => {
  const entity = late('grants', 'e2f4', 'mara@northpier.example')
  const query = JSON.stringify(
    concernedQuery([{ entity, tenants: [tenant], concerned: concernedBy(entity_store('app'), entity) }], 77),
  )
  expect(query).toContain('{"range":{"@timestamp":{"gte":5000,"format":"epoch_millis"}}}')
  expect(query).toContain(`{"terms":{"organization.id":["${tenant}","${tenant.toUpperCase()}"]}}`)
  expect(query).toContain('{"range":{"event.ingested":{"gte":77,"format":"epoch_millis"}}}')
  expect(query).toContain('{"terms":{"oauth.app.object_id":["e2f4","E2F4"]}}')
  const addresses = '["mara@northpier.example","MARA@NORTHPIER.EXAMPLE"]'
  expect(query).toContain(`{"terms":{"oauth.grant.principal.name":${addresses}}}`)
  // Elasticsearch 8 builds and minimizes an automaton per value, on every shard: a few hundred values take seconds.
  expect(query).not.toContain('case_insensitive')
})

it('the documents affected by a late fact about a log source are documents of its dataset without long-history facts', () => {
  const entity = late('log_sources', 'azure.auditlogs')
  const concerned = concernedBy(new InMemoryStore(), entity)
  const query = JSON.stringify(concernedQuery([{ entity, tenants: [''], concerned }], 77))
  expect(query).toContain('{"term":{"event.dataset":"azure.auditlogs"}}')
  expect(query).toContain(`{"range":{"@timestamp":{"gte":${5_000 + baselineMs},"format":"epoch_millis"}}}`)
  expect(query).toContain('{"range":{"oauth.grant.first_seen":{"gte":5000,"format":"epoch_millis"}}}')
  expect(query).not.toContain('organization.id')
})

it('the documents affected by a late fact are defined for every kind of entity', () => {
  for (const name of Object.keys(entityTypes) as EntityName[])
    expect(concernedBy(new InMemoryStore(), late(name, 'app', 'one'))).toBeDefined()
})
