// The fields that Elastic's integrations write. The vendor fields have the same names in our documents, except for a
// few that only our pipeline adds. Each integration fills only some of the common fields.
import { words } from '../../mappings/fields/field.ts'
import type { DatasetName } from '../lib/datasets.ts'

interface Source {
  /** Groups of fields in which an integration stores the vendor's members. */
  readonly roots: readonly string[]
  /** Common fields in addition to `shared`: single fields, and groups (with a dot at the end). */
  readonly common: readonly string[]
}

/** Common fields of every integration. */
const shared = words(`
  @timestamp data_stream. ecs.version event.action event.created event.dataset event.id event.ingested event.kind
  event.module event.original event.outcome error.message related. tags
`)

const classes = words('event.category event.type')
const client = words('client.ip client.address client.port client.domain')
const userAgent = ['user_agent.']

const google = (stream: string, ...common: readonly string[]): Source => ({
  roots: words('actor etag event.type kind organization')
    .concat(stream)
    .map((name) => `google_workspace.${name}`),
  common: [
    ...classes,
    ...words('event.duration event.end event.provider event.start organization.id source. user. group.'),
    ...common,
  ],
})

const azure = (stream: string, ...common: readonly string[]): Source => ({
  roots: [stream, ...words('correlation_id resource subscription_id tenant_id')].map((name) => `azure.${name}`),
  common: [...client, 'cloud.provider', 'event.duration', ...common],
})

// The exported fields of each integration: https://www.elastic.co/docs/reference/integrations
const sources: Readonly<Partial<Record<DatasetName, Source>>> = {
  'azure.auditlogs': azure('auditlogs', 'log.level', 'user.full_name', 'user.id', 'user.name'),
  'azure.identity_protection': azure('identityprotection', ...classes, 'source.', 'user.'),
  'azure.signinlogs': azure(
    'signinlogs',
    ...classes,
    ...userAgent,
    ...words('geo. log.level message service.name source. user.'),
  ),
  'azure.graphactivitylogs': azure(
    'graphactivitylogs',
    ...classes,
    ...userAgent,
    ...words('http. source. url. user.id'),
  ),
  'gcp.audit': {
    roots: ['gcp'],
    common: [
      ...classes,
      ...userAgent,
      ...words('client.user. cloud. event.provider log. orchestrator. service.name source. user.'),
    ],
  },
  'google_workspace.admin': google('admin', 'url.'),
  'google_workspace.drive': google('drive', 'file.'),
  'google_workspace.login': google('login'),
  'google_workspace.token': google('token'),
  'o365.audit': {
    roots: ['o365'],
    common: [
      ...classes,
      ...client,
      ...userAgent,
      ...words(`
        application.name destination. device.id email. event.code event.provider event.severity file. group.name host.
        message network.type organization. process.name rule. server. session.id source. token.id url.original url.domain
        user.domain user.email user.full_name user.id user.name
        user.target.email user.target.id user.target.name user.target.domain
      `),
    ],
  },
}

/** Vendor fields that our pipeline adds to the fields of the integration. */
const ours =
  /(?:target_resources_list|details_list|_other|_str|Other|Raw|\.UserTypeName|\.ClientIPInvalid|\.resource_details|\.event\.name|\.drive\.api_method)(?:\.|$)/

/** Whether an integration of Elastic collects a log source and the edition reads this log source. */
export function hasIntegration(dataset: string): boolean {
  return Object.hasOwn(sources, dataset)
}

/** Whether the integration for a log source writes a field. */
export function isWritten(dataset: string, field: string): boolean {
  const source = (sources as Readonly<Record<string, Source | undefined>>)[dataset]
  if (source === undefined) return false
  if (source.roots.some((root) => field === root || field.startsWith(`${root}.`))) return !ours.test(field)
  return [...shared, ...source.common].some((name) => (name.endsWith('.') ? field.startsWith(name) : field === name))
}
