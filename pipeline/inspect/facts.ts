// The reason for an enrichment, in one sentence, from the document itself.
import { commonFields, type EcsDocument } from '../../mappings/fields/document.ts'
import type { FieldTable } from '../../mappings/fields/field.ts'
import type { Json } from '../../mappings/kernel/json.ts'
import { table } from '../../mappings/kernel/table.ts'

/** A field whose value comes from an enrichment and not from a member of the record. */
export interface Fact {
  readonly field: string
  readonly value: Json
  readonly why: string
}

const quoted = (text: string | undefined) => (text === undefined ? 'absent' : JSON.stringify(text))

type Why = (document: EcsDocument) => string

const ownList: Why = ({ oauth }) => {
  const { id, owner_tenant, first_party } = oauth?.app ?? {}
  const owner = owner_tenant === undefined ? '' : ` (owner tenant ${quoted(owner_tenant)})`
  return `client id ${quoted(id)}${owner} is ${first_party ? '' : 'not '}among the vendor’s own`
}
const abused: Why = ({ oauth }) =>
  oauth?.app?.known_abused_verdict === 'name-only'
    ? `the name ${quoted(oauth.app.name)} is on the list of abused applications, without an id`
    : `client id ${quoted(oauth?.app?.id)} is on the list of abused applications`

const looked =
  (database: string): Why =>
  ({ source }) =>
    `the database of ${database}, for ${quoted(source?.ip)}`

/** The reasons by field name, or by the start of a field name. */
const reasons: Readonly<Record<string, Why>> = table({
  'oauth.grant.tier': () => 'the highest tier of the scopes, for the reasons in tier_reason',
  'oauth.grant.controls_directory': () => 'the permission list',
  'oauth.grant.tier_added': ({ oauth }) => `weighed: ${(oauth?.grant?.scopes_added ?? []).join(', ')}`,
  'oauth.grant.tier_rank': ({ oauth }) => `rank of ${oauth?.grant?.tier}`,
  'oauth.grant.tier_reason': () => 'the permission list',
  'oauth.grant.unknown_scopes': () => 'not in the permission list',
  'oauth.grant.resource': () => 'the API of the qualified scopes, by ID',
  'oauth.app.first_party': ownList,
  'oauth.app.owner_tenant': ownList,
  'oauth.app.known_abused': abused,
  'oauth.app.lookalike_of': ({ oauth }) => `the name ${quoted(oauth?.app?.name)} imitates it`,
  'oauth.app.name_flags': ({ oauth }) => `the name ${quoted(oauth?.app?.name)}`,
  'oauth.app.own_tenant': ({ oauth, organization }) =>
    `owner tenant ${quoted(oauth?.app?.owner_tenant)} against ${quoted(organization?.id)} and the tenants of the environment`,
  'source.geo': looked('places'),
  'source.as': looked('networks'),
  user_agent: () => 'the patterns of uap-core, on user_agent.original',
  'oauth.role': ({ oauth }) => `the list of roles contains ${quoted(oauth?.role?.name ?? oauth?.role?.id)}`,
})

function isOfEntityStore(field: string): boolean {
  const by = (commonFields as FieldTable)[field]?.by
  return by?.includes('entity_store') === true && !by.includes('record')
}

/** Returns the reason for a field from the entry with the longest matching start. */
export function whyOf(field: string, document: EcsDocument): string {
  if (isOfEntityStore(field)) return 'the entity store, from the other records of this input'
  const key = Object.keys(reasons)
    .filter((name) => field.startsWith(name))
    .sort((a, b) => b.length - a.length)[0]
  return key === undefined ? 'enrichment' : (reasons[key] as Why)(document)
}
