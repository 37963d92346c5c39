import { mapping } from '../../lib/mapping.ts'
import { activityRows } from './activity.ts'
import { driveEvents } from './drive.events.ts'
import { driveFields } from './drive.fields.ts'

export default mapping({
  dataset: 'google_workspace.drive',
  module: 'google_workspace',
  takes: { kind: 'G', when: { 'id.applicationName': ['drive'] } },
  fanOut: 'events',
  ecsVersion: '8.16.0',
  rows: {
    ...activityRows,
    'event.category': { fromElement: 'name', lookup: driveEvents.category, otherwise: ['file'] },
    'event.type': { fromElement: 'name', lookup: driveEvents.type, otherwise: ['info'] },
  },
  omits: { etag: 'changes with the copy, and Elastic’s integration keeps none here' },
  vendor: { root: 'google_workspace', content: 'none', fields: driveFields, open: ['google_workspace.drive'] },
  derive: ['googleEnvelope', 'googleDriveParameters', 'googleDriveDetail', 'googleDriveActs', 'googleRelated'],
})
