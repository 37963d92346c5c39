import { mapping } from '../../lib/mapping.ts'
import { activityRows } from './activity.ts'
import { samlFields } from './saml.fields.ts'

export default mapping({
  dataset: 'google_workspace.saml',
  module: 'google_workspace',
  takes: { kind: 'G', when: { 'id.applicationName': ['saml'] } },
  fanOut: 'events',
  ecsVersion: '8.16.0',
  rows: {
    ...activityRows,
    'event.category': { value: ['authentication', 'session'] },
    'event.type': { value: ['start'] },
  },
  omits: { etag: 'changes with the copy, and Elastic’s integration keeps none here' },
  vendor: { root: 'google_workspace', content: 'none', fields: samlFields, open: ['google_workspace.saml'] },
  derive: ['googleEnvelope', 'googleSamlParameters', 'googleSamlDetail', 'googleRelated'],
})
