// Entra's sign-in logs of users, service principals and managed identities (dataset azure.signinlogs).
import { mapping } from '../mapping.ts'
import { signinlogsFields } from './signinlogs.fields.ts'

export default mapping({
  dataset: 'azure.signinlogs',
  title: 'Microsoft Entra ID Sign-in Logs',
  module: 'azure',
  takes: { kind: 'S' },
  ecsVersion: '8.11.0',
  rows: {
    'event.id': { from: 'id' },
    'session.id': { from: 'sessionId' },
    'token.id': { from: 'uniqueTokenIdentifier' },
    'application.name': { from: 'appDisplayName' },
    'user_agent.original': { from: 'userAgent' },
  },
  vendor: { root: 'azure', content: 'none', fields: signinlogsFields, open: [] },
  derive: ['entraSignInTime', 'entraSignInEvent', 'entraSignInMembers', 'entraSignInOauth', 'entraSignInRelated'],
})
