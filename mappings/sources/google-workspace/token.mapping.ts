import { mapping } from '../../lib/mapping.ts'
import { activityRows } from './activity.ts'
import { tokenFields } from './token.fields.ts'

export default mapping({
  dataset: 'google_workspace.token',
  module: 'google_workspace',
  takes: { kind: 'G', when: { 'id.applicationName': ['token'] } },
  fanOut: 'events',
  ecsVersion: '8.16.0',
  rows: {
    ...activityRows,
    'event.category': { value: ['iam'] },
    'event.type': {
      fromElement: 'name',
      lookup: {
        authorize: ['info', 'user', 'creation'],
        revoke: ['info', 'user', 'deletion'],
        deny: ['info'],
        request: ['info'],
        activity: ['info'],
      },
      otherwise: ['info'],
    },
  },
  vendor: { root: 'google_workspace', content: 'none', fields: tokenFields, open: ['google_workspace.token'] },
  derive: ['googleEnvelopeExtended', 'googleTokenParameters', 'googleTokenActs', 'googleRelatedExtended'],
})
