// Finds the documents that a late fact concerns: those of the same application or account, under any of its IDs.
import type { estypes } from '@elastic/elasticsearch'
import { entityKey, type Vendor } from '../../mappings/entities/key.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { groupBy } from '../../mappings/kernel/group-by.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { getPath, splitPath } from '../../mappings/kernel/path.ts'
import { mailRuleOperations } from '../../mappings/vendors/m365/readers/mailbox.ts'
import { linkedIds } from '../entity-store/account-names.ts'
import { baselineMs } from '../entity-store/annotate.ts'
import { addressesThere, otherVendor } from '../entity-store/annotate-linked.ts'
import { everybody } from '../entity-store/entity-ids.ts'
import { machineOf } from '../entity-store/network.ts'
import { learningMs } from '../entity-store/novelty.ts'
import type { Reader } from '../entity-store/store.ts'
import { longestId, tenantId } from '../entity-store/subject.ts'
import { type LateEntity, lateFrom, type Naming } from './late-entities.ts'

type Query = estypes.QueryDslQueryContainer

/** All IDs of an entity's application and of its account; empty if it concerns no application or no account. */
export interface Concerned {
  readonly apps: readonly string[]
  readonly accounts: readonly string[]
  /** The address, or the network of one IPv6 machine, where a new application may come from the server of another one. */
  readonly machine?: string
}

/** Links lead from ID to ID. One object has no more IDs than this. */
const mostIds = 64

/** Returns these IDs and all IDs that aliases join with them. */
function joined(
  reader: Reader,
  vendor: Vendor,
  tenant: string,
  kind: 'app' | 'account',
  ids: readonly string[],
): string[] {
  const found = new Set(ids)
  for (const id of found) {
    if (found.size >= mostIds) break
    for (const other of linkedIds(reader.get('aliases', entityKey(vendor, tenant, kind, id)))) found.add(other)
  }
  return [...found]
}

/** The maximum number of named IDs in a fact: a query is limited in terms, and a fact cannot be divided. */
const mostTogether = 500

/** Returns the applications, and separately the accounts, under all their IDs. */
export function concernedOf(reader: Reader, { vendor, tenant }: LateEntity, found: readonly Naming[]): Concerned[] {
  const parts = (of: Naming['name'], kind: 'app' | 'account'): string[][] => {
    const ids = [
      ...new Set(found.flatMap(({ name, id }) => (name === of ? joined(reader, vendor, tenant, kind, [id]) : []))),
    ]
    return Array.from({ length: Math.ceil(ids.length / mostTogether) }, (_, i) =>
      ids.slice(i * mostTogether, (i + 1) * mostTogether),
    )
  }
  return [
    ...parts('apps', 'app').map((apps) => ({ apps, accounts: [] })),
    ...parts('accounts', 'account').map((accounts) => ({ apps: [], accounts })),
  ]
}

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
      if (first === 'app' || first === 'delegate') return { apps: apps(second), accounts: [] }
      if (first === 'account') return { apps: [], accounts: accounts(second) }
      // A visit before its link is known has no annotations, and so no correction.
      if (first === 'place') return { apps: [], accounts: [] }
      if (first === 'network') return { apps: [], accounts: [], machine: second }
      const named = reader.get('aliases', entityKey(vendor, tenant, first, second))?.links
      const ids = (named?.ordered() ?? []).map(({ value }) => value)
      // An earlier service account of a project shows that its other service accounts do not come from outside.
      return first === 'project' ? { apps: [], accounts: ids } : { apps: apps(...ids), accounts: [] }
    }
    case 'log_sources':
      return { apps: [], accounts: [] }
  }
}

/** Tenants of the other vendor, as the entity store writes them. */
function tenantsElsewhere(vendor: Vendor, { tenants }: Environment): string[] {
  const there = otherVendor(vendor)
  return tenants.flatMap(({ id, vendor: of }) => (of === there ? [tenantId(id, there)] : []))
}

/** Returns a person's IDs at the other vendor: the end of an account is annotated on the acts of both accounts. */
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
  return [...new Set(ids)]
}

const appFields = [
  'oauth.app.id',
  'oauth.app.object_id',
  'oauth.app.registration_id',
  // The end of an application is annotated on the consents to another application of the same name.
  'oauth.app.twin_of',
  'oauth.actor_app.id',
  'oauth.actor_app.object_id',
  // The network of a service account is annotated on the tokens that it obtains of others.
  'oauth.actor_app.name',
  // The network of an application that granted access is annotated on the uses of its grant.
  'oauth.grant.granted_by',
]
const accountFields = [
  'oauth.account.id',
  'oauth.account.name',
  'oauth.grant.principal.id',
  'oauth.grant.principal.name',
  // The network of an administrator is annotated on the uses of its grant.
  'oauth.grant.granted_by',
  // Sign-ins of a domain's accounts carry annotations about the first tokens from another identity provider.
  'user.domain',
  // The routine of an account is annotated on its acts on applications.
  'user.email',
  'user.id',
  // A new member of a group, or of a project, may come from outside.
  'user.target.email',
  // The role of a group is annotated on new memberships, and its members on the roles that it receives.
  'oauth.role.group',
  'google_workspace.admin.group.email',
  'google_workspace.groups.email',
  'group.id',
]

/** Microsoft writes IDs in either case. The entity store keeps IDs, and documents keep addresses, in lower case. */
const inBothCases = (ids: readonly string[]): string[] => [...new Set(ids.flatMap((id) => [id, id.toUpperCase()]))]

function anyOf(fields: readonly string[], ids: readonly string[]): Query {
  return { bool: { should: fields.map((field) => ({ terms: { [field]: inBothCases(ids) } })) } }
}

/** The tenants of a fact that may concern documents of every tenant. */
export const anyTenant: readonly string[] = ['']

/** The objects that a late fact concerns, in some tenants. An empty tenant means that the record has no tenant. */
export interface Fact {
  readonly entity: LateEntity
  readonly tenants: readonly string[]
  readonly concerned: Concerned
}

/**
 * A log source's earlier first event concerns documents without annotations that need a longer history. Changed second factors of
 * the unified audit log are annotated only without Entra's own log.
 */
function ofLogSource(dataset: string, from: number): Query {
  const ready = [{ range: { '@timestamp': { gte: from + baselineMs, format: 'epoch_millis' } } }]
  const unused = [{ range: { 'oauth.grant.first_seen': { gte: from, format: 'epoch_millis' } } }]
  const own: Query = {
    bool: {
      filter: [{ term: { 'event.dataset': dataset } }],
      should: [
        { bool: { filter: ready, must_not: [{ term: { 'oauth.entity_store.baseline_ready': true } }] } },
        { bool: { filter: unused, must_not: [{ exists: { field: 'oauth.grant.used' } }] } },
      ],
      minimum_should_match: 1,
    },
  }
  const factors: Query = { term: { 'saas.factor_changed': true } }
  return dataset === 'azure.auditlogs' ? { bool: { should: [own, factors] } } : own
}

/** No tenant filter is possible if a record contains no tenant, or a tenant ID that the entity store truncates. */
function inTenants(tenants: readonly string[]): Query[] {
  if (tenants.some((id) => id === '' || id.length >= longestId)) return []
  return [{ terms: { 'organization.id': inBothCases(tenants) } }]
}

/** Selects documents since the earliest fact. If only a later fact concerns one, comparison finds no difference. */
function since(facts: readonly Fact[], ...filter: readonly Query[]): Query {
  const from = Math.min(...facts.map(({ entity }) => lateFrom(entity)))
  return { bool: { filter: [{ range: { '@timestamp': { gte: from, format: 'epoch_millis' } } }, ...filter] } }
}

/** Selects only uses by new applications: many unrelated users share the address of a large office. */
function ofMachines(machines: readonly string[]): Query[] {
  const isNew = { range: { 'oauth.app.used_days': { lt: learningMs / dayMs } } }
  return [{ terms: { 'source.ip': [...machines] } }, isNew]
}

const isOfLogSource = ({ entity }: Fact): boolean => entity.name === 'log_sources'

/** Facts about only applications share one clause, and so do facts about only accounts. */
function clausesOf(facts: readonly Fact[]): Query[] {
  const about = facts.filter((fact) => !isOfLogSource(fact))
  const ofApps = about.filter(({ concerned }) => concerned.accounts.length === 0)
  const ofAccounts = about.filter(({ concerned }) => concerned.apps.length === 0)
  const appIds = ofApps.flatMap(({ concerned }) => concerned.apps)
  const ofMachine = about.filter(({ concerned }) => concerned.machine !== undefined)
  const accountIds = ofAccounts.flatMap(({ concerned }) => concerned.accounts)
  return [
    ...(appIds.length === 0 ? [] : [since(ofApps, anyOf(appFields, appIds))]),
    ...(accountIds.length === 0 ? [] : [since(ofAccounts, anyOf(accountFields, accountIds))]),
    ...(ofMachine.length === 0
      ? []
      : [since(ofMachine, ...ofMachines(ofMachine.flatMap(({ concerned }) => concerned.machine ?? [])))]),
    ...about
      .filter(({ concerned: { apps, accounts } }) => apps.length > 0 && accounts.length > 0)
      .map((fact) =>
        since([fact], anyOf(appFields, fact.concerned.apps), anyOf(accountFields, fact.concerned.accounts)),
      ),
    ...facts
      .filter(isOfLogSource)
      .map((fact) => since([fact], ofLogSource(fact.entity.ids[0] as string, lateFrom(fact.entity)))),
  ]
}

/** All annotated documents have this field, even those about a group or a role, which have no `oauth.action`. */
const isAnnotated: Query = { exists: { field: 'oauth.entity_store.baseline_ready' } }
/**
 * Sign-ins without an application, memberships, and changed mailboxes and mail rules get annotations only if a fact is unusual, and the
 * late fact may be the first one.
 */
const mayBeAnnotated: Query = {
  bool: {
    should: [
      { terms: { 'event.category': ['authentication', 'iam'] } },
      { exists: { field: 'saas.mailbox.name' } },
      { terms: { 'event.action': [...mailRuleOperations] } },
    ],
  },
}

export function concernedQuery(facts: readonly Fact[], storedSince: number): Query {
  return {
    bool: {
      filter: [
        { bool: { should: [isAnnotated, mayBeAnnotated] } },
        { range: { 'event.ingested': { gte: storedSince, format: 'epoch_millis' } } },
        ...inTenants(facts[0]?.tenants ?? []),
        { bool: { should: clausesOf(facts) } },
      ],
    },
  }
}

/** Elasticsearch accepts at least 1,024 clauses in a query. */
const mostWeight = 900

function weightOf({ concerned: { apps, accounts } }: Fact): number {
  const own = apps.length > 0 && accounts.length > 0 ? appFields.length + accountFields.length : 0
  return 1 + own + apps.length + accounts.length
}

/** Groups facts into queries: a query contains facts for the same tenants, of one kind, and near each other in time. */
export function* inQueries(facts: readonly Fact[]): Generator<readonly Fact[]> {
  const about = facts.filter(
    (fact) =>
      isOfLogSource(fact) ||
      fact.concerned.machine !== undefined ||
      fact.concerned.apps.length + fact.concerned.accounts.length > 0,
  )
  const groups = groupBy(about, (fact) => {
    const { apps, accounts } = fact.concerned
    return JSON.stringify([fact.tenants, isOfLogSource(fact), apps.length > 0, accounts.length > 0])
  })
  for (const group of groups.values()) {
    let some: Fact[] = []
    let weight = 0
    for (const fact of group.sort((one, other) => lateFrom(one.entity) - lateFrom(other.entity))) {
      if (some.length > 0 && weight + weightOf(fact) > mostWeight) {
        yield some
        some = []
        weight = 0
      }
      some.push(fact)
      weight += weightOf(fact)
    }
    yield some
  }
}

const idPaths = ['event.dataset', ...appFields, ...accountFields].map(splitPath)

/** Finds the facts that may concern a document: facts about its log source, and facts with one of its IDs. */
export function factsById(facts: readonly Fact[]): (document: EcsDocument) => readonly Fact[] {
  const byId = new Map<string, Fact[]>()
  const note = (id: string, fact: Fact) => lookedUp(byId, id.toLowerCase(), () => []).push(fact)
  for (const fact of facts) {
    if (isOfLogSource(fact)) note(fact.entity.ids[0] as string, fact)
    const { apps, accounts, machine } = fact.concerned
    for (const id of [...apps, ...accounts, ...(machine === undefined ? [] : [machine])]) note(id, fact)
  }
  return (document) => {
    const named = idPaths.map((path) => getPath(document as never, path))
    const ids = [...named, machineOf(document.source?.ip)].filter((id) => typeof id === 'string')
    return [...new Set(ids.flatMap((id) => byId.get(id.toLowerCase()) ?? []))]
  }
}
