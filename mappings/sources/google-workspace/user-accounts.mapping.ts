import { mapping } from '../../lib/mapping.ts'
import { activityRows } from './activity.ts'
import { userAccountsFields } from './user-accounts.fields.ts'

export default mapping({
  dataset: 'google_workspace.user_accounts',
  module: 'google_workspace',
  takes: { kind: 'G', when: { 'id.applicationName': ['user_accounts'] } },
  fanOut: 'events',
  ecsVersion: '8.16.0',
  rows: {
    ...activityRows,
    'event.category': { value: ['iam'] },
    'event.type': { value: ['change', 'user'] },
  },
  omits: { etag: 'changes with the copy, and Elastic’s integration keeps none here' },
  vendor: {
    root: 'google_workspace',
    content: 'none',
    fields: userAccountsFields,
    open: ['google_workspace.user_accounts'],
  },
  derive: [
    'googleEnvelope',
    'googleUserAccountsParameters',
    'googleUserAccountsDetail',
    'googleActorApp',
    'googleRelated',
  ],
})
