// The fields that Elastic's integrations write. The vendor fields have the same names in our documents, except for a
// few that only our pipeline adds. Each integration fills only some of the common fields.
import { words } from '../../mappings/fields/field.ts'
import type { DatasetName } from '../lib/datasets.ts'

interface Source {
  /** Groups of fields in which an integration stores the vendor's members. */
  readonly roots: readonly string[]
  /** Common fields in addition to `shared`. */
  readonly common: readonly string[]
}

/** Common fields of every integration. */
const shared = words(`
  @timestamp data_stream.dataset ecs.version event.action event.dataset event.ingested event.kind event.module related.ip
  related.user
`)

const classes = words('event.category event.type')
const network = words('source.ip source.as.number source.as.organization.name source.geo.country_iso_code')
const userAgent = words('user_agent.name user_agent.original')

const google = (stream: string, ...common: readonly string[]): Source => ({
  roots: words('actor etag event.type kind organization')
    .concat(stream)
    .map((name) => `google_workspace.${name}`),
  common: [
    ...classes,
    ...network,
    ...words('event.id event.provider organization.id source.user.email user.domain user.email user.id user.name'),
    ...common,
  ],
})

const azure = (stream: string, ...common: readonly string[]): Source => ({
  roots: [stream, ...words('correlation_id resource subscription_id tenant_id')].map((name) => `azure.${name}`),
  common,
})

// Only single names: a group would include fields that only our pipeline writes. A field is listed if every version of
// the integration that `related_integrations` accepts writes it. The list thus lacks `user.*` of azure.auditlogs,
// `user.email` of azure.signinlogs and `event.outcome` of azure.graphactivitylogs, which only newer versions write.
// Pipelines: https://github.com/elastic/integrations/tree/main/packages
const sources: Readonly<Partial<Record<DatasetName, Source>>> = {
  'azure.auditlogs': azure('auditlogs', 'event.outcome', 'log.level'),
  'azure.identity_protection': azure('identityprotection', 'source.ip'),
  'azure.signinlogs': azure(
    'signinlogs',
    ...classes,
    ...network,
    ...userAgent,
    ...words('client.ip event.id event.outcome geo.country_iso_code log.level message user.full_name user.id'),
  ),
  'azure.graphactivitylogs': azure(
    'graphactivitylogs',
    ...network,
    ...userAgent,
    ...words(`
      client.ip event.duration event.type http.request.id http.request.method http.response.bytes
      http.response.status_code url.domain url.original url.path url.query user.id
    `),
  ),
  'gcp.audit': {
    roots: ['gcp'],
    common: [
      ...classes,
      ...network,
      ...userAgent,
      ...words('client.user.email cloud.project.id event.id event.outcome event.provider service.name'),
    ],
  },
  'google_workspace.admin': google('admin'),
  'google_workspace.drive': google('drive', ...words('file.extension file.name file.owner file.type')),
  'google_workspace.login': google('login', 'event.outcome'),
  'google_workspace.token': google('token'),
  'o365.audit': {
    roots: ['o365'],
    common: [
      ...classes,
      ...network,
      ...userAgent,
      ...words(`
        client.ip event.code event.id event.outcome event.provider file.directory file.extension file.name group.name organization.id
        organization.name url.original user.domain user.email user.full_name user.id user.name user.target.email
        user.target.id user.target.name
      `),
    ],
  },
}

/** Vendor fields that our pipeline adds to the fields of the integration. */
const ours =
  /(?:target_resources_list|details_list|_other|_str|Other|Raw|\.ClientIPInvalid|\.resource_details|\.event\.name|\.drive\.api_method)(?:\.|$)/

/** Fields that our documents contain under another name, by the name of the integration. */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'gcp.audit': { 'client.user.email': 'user.email' },
}

/** Returns the fields of an integration that our documents contain under another name. */
export function renamedFields(dataset: string): readonly (readonly [theirs: string, own: string])[] {
  return Object.entries(renamed[dataset] ?? {})
}

/** Returns the name in our documents of a field of an integration. */
export function ownName(theirs: string): string {
  return Object.values(renamed).find((names) => names[theirs] !== undefined)?.[theirs] ?? theirs
}

/** Whether an integration of Elastic collects a log source and the edition reads this log source. */
export function hasIntegration(dataset: string): boolean {
  return Object.hasOwn(sources, dataset)
}

/** Whether the integration for a log source writes a field. */
export function isWritten(dataset: string, field: string): boolean {
  const source = (sources as Readonly<Record<string, Source | undefined>>)[dataset]
  if (source === undefined) return false
  if (source.roots.some((root) => field === root || field.startsWith(`${root}.`))) return !ours.test(field)
  return shared.includes(field) || source.common.includes(field)
}
