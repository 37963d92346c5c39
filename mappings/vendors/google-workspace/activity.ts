// Applications of Google's Reports API. Every activity has the same envelope, so the mapping of an application contains
// little more than its events and parameters; `activityMapping` builds the mapping table from them.
import { type Field, type FieldTable, words } from '../../fields/field.ts'
import type { Rows } from '../../lib/mapping.ts'
import { mapping, type VendorMapping } from '../mapping.ts'
import type { ParameterTable } from './activity-parameter.ts'
import { type ActivityTable, type EnvelopeForm, type EventClass, isNewer } from './activity-table.ts'

/** Members of the activity table that a mapping file sets, and members for the mapping table. */
export interface Application extends Omit<ActivityTable, 'outcomes' | 'alerts' | 'refinedBy'> {
  /** `id.applicationName`. Absent: every application without a mapping. */
  readonly application?: string
  /** The kind of records; by default, activities of the Reports API. */
  readonly records?: 'G' | 'B'
  /** The usual name of the logs. Default: `Google Workspace <stream> Logs`. */
  readonly title?: string
  readonly own?: true
  /** 8.16.0 unless Elastic's stream has a different value. */
  readonly ecsVersion?: string
  /** The ECS values of events without a class are in `otherwise`. These events are counted. */
  readonly events: readonly EventClass[]
  readonly refinedBy?: ActivityTable['refinedBy']
  /** Steps of this application only, after its parameters are read. */
  readonly derive?: VendorMapping['derive']
}

const envelopeRows = {
  '@timestamp': { from: 'id.time' },
  'event.id': { from: 'id.uniqueQualifier' },
  'event.provider': { from: 'id.applicationName' },
  'event.action': { fromElement: 'name' },
  'organization.id': { from: 'id.customerId' },
  'source.geo.country_iso_code': { from: 'networkInfo.regionCode' },
  'source.geo.region_iso_code': { from: 'networkInfo.subdivisionCode' },
  'source.user.id': { from: 'actor.profileId' },
  'source.user.email': { from: 'actor.email' },
  // Google Cloud Logging has only the address: rules count by this field.
  'user.id': { from: ['actor.profileId', 'actor.email'] },
  'user.email': { from: 'actor.email' },
} as const satisfies Rows

const envelopeFields = {
  'google_workspace.kind': { type: 'keyword' },
  'google_workspace.etag': { type: 'keyword' },
  'google_workspace.event.type': { type: 'keyword' },
  'google_workspace.event.name': { type: 'keyword' },
  'google_workspace.event.resource_ids': { type: 'keyword', list: true },
  'google_workspace.actor.type': { type: 'keyword' },
  'google_workspace.actor.key': { type: 'keyword' },
  'google_workspace.actor.application_name': { type: 'keyword' },
  'google_workspace.actor.oauth_client_id': { type: 'keyword' },
  'google_workspace.actor.impersonation': { type: 'boolean' },
  'google_workspace.organization.domain': { type: 'keyword' },
  'google_workspace.resource_details': { type: 'flattened' },
} as const satisfies FieldTable

/** Fields of a form in addition to the common ones. */
function formFields(form: EnvelopeForm, stream: string): FieldTable {
  if (!isNewer(form)) return {}
  const keyword = { type: 'keyword' } as const
  const eventMember = form === 'whole' ? 'event_' : ''
  const fields: Record<string, Field> = {
    'google_workspace.actor.caller_type': keyword,
    [`google_workspace.${stream}.${eventMember}name`]: keyword,
    [`google_workspace.${stream}.${eventMember}type`]: keyword,
  }
  if (form === 'newer') return fields
  if (form === 'whole') {
    fields[`google_workspace.${stream}.resource_ids`] = { type: 'keyword', list: true }
    for (const tree of ['actor.application_info', 'network_info', 'resource_details'])
      fields[`google_workspace.${stream}.${tree}`] = { type: 'flattened' }
  }
  for (const member of ['actor.caller_type', 'actor.email', 'actor.key', 'actor.profile_id', 'etag', 'kind'])
    fields[`google_workspace.${stream}.${member}`] = keyword
  for (const member of ['application_name', 'customer_id', 'unique_qualifier'])
    fields[`google_workspace.${stream}.id.${member}`] = keyword
  fields[`google_workspace.${stream}.id.time`] = { type: 'date' }
  fields[`google_workspace.${stream}.ip_address`] = { type: 'ip' }
  fields[`google_workspace.${stream}.owner_domain`] = keyword
  return fields
}

/** The catalog of the fields that a parameter table fills, full names. */
export function parameterFields(stream: string, table: ParameterTable): FieldTable {
  const root = `google_workspace.${stream}`
  const fields: Record<string, Field> = { [`${root}_other`]: { type: 'flattened' } }
  const add = (parameters: ParameterTable) => {
    for (const parameter of Object.values(parameters)) {
      if (typeof parameter === 'string') fields[`${root}.${parameter}`] ??= { type: 'keyword' }
      else if (parameter.members !== undefined) add(parameter.members)
      else if (parameter.to !== undefined) {
        const list = parameter.list ?? parameter.split
        fields[`${root}.${parameter.to}`] ??= { type: parameter.type ?? 'keyword', ...(list && { list }) }
      }
    }
  }
  add(table)
  return fields
}

/**
 * One value of the classes by event name. Throws if a name is in two classes: this is an error of the content, not of a
 * record.
 */
function byName<V>(events: readonly EventClass[], read: (of: EventClass) => V | undefined): Record<string, V> {
  const values: Record<string, V> = {}
  for (const each of events)
    for (const name of words(each.names)) {
      const value = read(each)
      if (value === undefined) continue
      if (Object.hasOwn(values, name)) throw new Error(`${name} is in two classes of events`)
      values[name] = value
    }
  return values
}

/** Converts `data_studio` to `Data Studio`. */
function inWords(stream: string): string {
  return stream
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

export function activityMapping(application: Application): VendorMapping {
  const {
    application: name,
    records = 'G',
    title,
    own,
    ecsVersion = '8.16.0',
    events,
    derive = [],
    ...table
  } = application
  const { stream, envelope, otherwise, parameters } = table
  const fold = isNewer(envelope) ? ({ fold: true } as const) : undefined
  const read = { fromElement: 'name', ...fold } as const
  return mapping({
    dataset: `google_workspace.${stream}`,
    title: title ?? `Google Workspace ${inWords(stream)} Logs`,
    ...(own && { own }),
    module: 'google_workspace',
    takes: {
      kind: records,
      ...(name !== undefined && { when: { 'id.applicationName': [name] } }),
    },
    fanOut: 'events',
    ecsVersion,
    rows: {
      ...envelopeRows,
      'event.category': { ...read, lookup: byName(events, (each) => each.category), otherwise: otherwise.category },
      'event.type': { ...read, lookup: byName(events, (each) => each.type), otherwise: otherwise.type },
    },
    ...(envelope === 'original' && {
      omits: { etag: 'changes with the copy, and Elastic’s integration keeps none here' },
    }),
    vendor: {
      root: 'google_workspace',
      content: 'none',
      fields: { ...envelopeFields, ...formFields(envelope, stream), ...parameterFields(stream, parameters) },
      open: [],
    },
    activity: {
      refinedBy: {},
      ...table,
      outcomes: byName(events, (each) => each.outcome),
      alerts: Object.keys(byName(events, (each) => each.kind)),
    },
    derive: [
      'googleEnvelope',
      'googleParameters',
      'googleEvent',
      ...derive,
      table.data === undefined ? 'googleActorApp' : 'googleAppUse',
      'googleRelated',
    ],
  })
}
