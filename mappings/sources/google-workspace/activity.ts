// What the mappings of all activities share: the rows of the envelope and the catalogue of its vendor fields.
import type { FieldTable } from '../../fields/field.ts'
import type { Rows } from '../../lib/mapping.ts'

export const activityRows = {
  '@timestamp': { from: 'id.time' },
  'event.id': { from: 'id.uniqueQualifier' },
  'event.provider': { from: 'id.applicationName' },
  'event.action': { fromElement: 'name' },
  'organization.id': { from: 'id.customerId' },
  'source.ip': { from: 'ipAddress' },
  'source.geo.country_iso_code': { from: 'networkInfo.regionCode' },
  'source.geo.region_iso_code': { from: 'networkInfo.subdivisionCode' },
  'source.user.id': { from: 'actor.profileId' },
  'source.user.email': { from: 'actor.email' },
  'user.id': { from: 'actor.profileId' },
  'user.email': { from: 'actor.email' },
} as const satisfies Rows

export const activityFields = {
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
