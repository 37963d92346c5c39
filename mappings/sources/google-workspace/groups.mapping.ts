import { mapping } from '../../lib/mapping.ts'
import { activityRows } from './activity.ts'
import { groupsEvents } from './groups.events.ts'
import { groupsFields } from './groups.fields.ts'

export default mapping({
  dataset: 'google_workspace.groups',
  module: 'google_workspace',
  takes: { kind: 'G', when: { 'id.applicationName': ['groups'] } },
  fanOut: 'events',
  ecsVersion: '8.16.0',
  rows: {
    ...activityRows,
    'event.category': { fromElement: 'name', lookup: groupsEvents.category, otherwise: ['iam'] },
    'event.type': { fromElement: 'name', lookup: groupsEvents.type, otherwise: ['group'] },
  },
  omits: { etag: 'changes with the copy, and Elastic’s integration keeps none here' },
  vendor: { root: 'google_workspace', content: 'none', fields: groupsFields, open: ['google_workspace.groups'] },
  derive: ['googleEnvelope', 'googleGroupsParameters', 'googleGroupsDetail', 'googleActorApp', 'googleRelated'],
})
