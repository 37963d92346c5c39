import { mapping } from '../../lib/mapping.ts'
import { activityRows } from './activity.ts'
import { adminEvents } from './admin.events.ts'
import { adminFields } from './admin.fields.ts'

export default mapping({
  dataset: 'google_workspace.admin',
  module: 'google_workspace',
  takes: { kind: 'G', when: { 'id.applicationName': ['admin'] } },
  fanOut: 'events',
  ecsVersion: '8.16.0',
  rows: {
    ...activityRows,
    'event.category': { fromElement: 'name', lookup: adminEvents.category, otherwise: ['iam'] },
    'event.type': { fromElement: 'name', lookup: adminEvents.type, otherwise: ['info'] },
  },
  omits: { etag: 'changes with the copy, and Elastic’s integration keeps none here' },
  vendor: { root: 'google_workspace', content: 'none', fields: adminFields, open: ['google_workspace.admin'] },
  derive: [
    'googleEnvelope',
    'googleAdminParameters',
    'googleAdminTargets',
    'googleAdminActs',
    'googleActorApp',
    'googleRelated',
  ],
})
