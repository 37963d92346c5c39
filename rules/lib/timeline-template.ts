// The Timeline template of the rules: all events of the application of an alert, with the fields that an analyst reads
// first. Kibana opens the template from an alert and inserts the value from the alert into the provider of type
// "template" (https://www.elastic.co/docs/solutions/security/investigate/timeline-templates).
import { words } from '../../mappings/fields/field.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'

export const timelineTemplate = {
  id: '5f0d7c52-9c1e-4d0b-8d55-3f4f6a3b7e10',
  title: 'Consentry: one application',
  /** Increase the version with every change: Kibana rejects an update with the same version. */
  version: 1,
} as const

const columns = words(`
  @timestamp event.action oauth.action service.name service.id user.name oauth.account.name oauth.grant.tier
  oauth.grant.scopes source.ip event.outcome
`)

/** The body of the request that makes the template. */
export function timelineRequest(): JsonObject {
  const { id, title, version } = timelineTemplate
  return {
    status: 'active',
    timelineType: 'template',
    templateTimelineId: id,
    templateTimelineVersion: version,
    timeline: {
      title,
      description: 'All events of the application of an alert.',
      status: 'active',
      timelineType: 'template',
      templateTimelineId: id,
      templateTimelineVersion: version,
      columns: columns.map((name) => ({ columnHeaderType: 'not-filtered', id: name })),
      dataProviders: [
        {
          id: 'consentry-application',
          name: 'service.id',
          type: 'template',
          enabled: true,
          excluded: false,
          kqlQuery: '',
          queryMatch: { field: 'service.id', value: '{service.id}', operator: ':' },
          and: [],
        },
      ],
      eventType: 'all',
      filters: [],
      kqlMode: 'filter',
      kqlQuery: { filterQuery: null },
      sort: [{ columnId: '@timestamp', columnType: 'date', sortDirection: 'asc' }],
    },
  }
}
