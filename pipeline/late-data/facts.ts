// All facts that late entities bring: an annotation may also read entities that its document does not name.
import type { Environment } from '../../mappings/environment/environment.ts'
import { groupBy } from '../../mappings/kernel/group-by.ts'
import { programPrefix } from '../entity-store/actor.ts'
import { addInMaker } from '../entity-store/entity-ids.ts'
import type { Reader } from '../entity-store/store.ts'
import { accountsElsewhere, anyTenant, concernedBy, concernedOf, type Fact } from './concerned.ts'
import type { LateEntity, Naming } from './late-entities.ts'

/** Each use of an application carries annotations about the end of its granters, and about a response that reset one. */
const granters = ['granters.value']
/**
 * A sign-in carries annotations about the networks of the account or application that made the credential of its owner,
 * a role of a group about those of the account that added a member, and a use of a service account about those of the
 * people who opened it, and a sign-in with a new key about those of the people who add keys to the application. A use of an application also carries annotations about the resets of accounts that lost its grant.
 */
const makers = [
  'credentials_made.by',
  'members.by',
  'openers.by',
  'add_in_pages.by',
  'removals.by',
  'credential_actors.value',
]
/** A use of an add-in carries annotations about its visitors: SharePoint registers add-ins as one account. */
const registrars = ['status.by']

export interface FactSources {
  readonly environment: Environment
  readonly read: <T>(of: (reader: Reader) => T) => Promise<T>
  /** Returns for each ID the entities of a tenant that name it in some fields. */
  readonly naming: (
    tenant: Pick<LateEntity, 'vendor' | 'tenant'>,
    ids: readonly string[],
    fields: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly Naming[]>>
}

export async function factsOf(found: readonly LateEntity[], sources: FactSources): Promise<Fact[]> {
  const { environment, read } = sources
  const facts = await read((reader) =>
    found.map((entity): Fact => ({ entity, tenants: [entity.tenant], concerned: concernedBy(reader, entity) })),
  )
  const ofGranters = facts.filter(({ entity }) => entity.hasStatus || entity.isReset)
  const persons = facts.filter(({ entity }) => entity.hasStatus || entity.isNew)
  const elsewhere = await read((reader) =>
    persons.map(({ entity, concerned: { accounts } }) =>
      accountsElsewhere(reader, entity.vendor, accounts, environment),
    ),
  )
  // The environment lists the tenants of the other vendor in which the person may have an account, but records of
  // any tenant may contain the person.
  const ofPersons = persons.flatMap(({ entity }, i): Fact[] => {
    const accounts = elsewhere[i] ?? []
    return accounts.length === 0 ? [] : [{ entity, tenants: anyTenant, concerned: { apps: [], accounts } }]
  })
  const ofMakers = await factsNaming(
    facts.filter(({ entity }) => entity.name !== 'grants'),
    makers,
    sources,
  )
  const ofRegistrars = [...facts, ...ofMakers].filter(({ concerned }) => concerned.accounts.includes(addInMaker))
  return [
    ...facts,
    ...ofPersons,
    ...(await factsNaming(ofGranters, granters, sources)),
    ...ofMakers,
    ...(await factsNaming(ofRegistrars, registrars, sources)),
  ]
}

/** Returns facts about the entities that name the accounts and applications of some facts. */
async function factsNaming(
  facts: readonly Fact[],
  fields: readonly string[],
  { read, naming }: FactSources,
): Promise<Fact[]> {
  const all: Fact[] = []
  for (const group of groupBy(facts, ({ entity: { vendor, tenant } }) => JSON.stringify([vendor, tenant])).values()) {
    const { entity } = group[0] as Fact
    const found = await naming(entity, [...new Set(group.flatMap(idsOf))], fields)
    const concerned = await read((reader) =>
      group.map((fact) =>
        concernedOf(
          reader,
          fact.entity,
          idsOf(fact).flatMap((id) => found.get(id) ?? []),
        ),
      ),
    )
    for (const [i, { entity, tenants }] of group.entries())
      all.push(...(concerned[i] ?? []).map((each) => ({ entity, tenants, concerned: each })))
  }
  return all
}

/** The IDs of a fact, as the entity store writes actors. */
const idsOf = ({ concerned: { apps, accounts } }: Fact): string[] => [
  ...accounts,
  ...apps.map((id) => `${programPrefix}${id}`),
]
