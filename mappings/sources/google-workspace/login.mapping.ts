import { mapping } from '../../lib/mapping.ts'
import { activityRows } from './activity.ts'
import { loginEvents } from './login.events.ts'
import { loginFields } from './login.fields.ts'

export default mapping({
  dataset: 'google_workspace.login',
  module: 'google_workspace',
  takes: { kind: 'G', when: { 'id.applicationName': ['login'] } },
  fanOut: 'events',
  ecsVersion: '8.16.0',
  rows: {
    ...activityRows,
    'event.category': { fromElement: 'name', lookup: loginEvents.category, otherwise: ['authentication'] },
    'event.type': { fromElement: 'name', lookup: loginEvents.type, otherwise: ['info'] },
  },
  omits: { etag: 'changes with the copy, and Elastic’s integration keeps none here' },
  vendor: { root: 'google_workspace', content: 'none', fields: loginFields, open: ['google_workspace.login'] },
  derive: ['googleEnvelope', 'googleLoginParameters', 'googleLoginDetail', 'googleActorApp', 'googleRelated'],
})
