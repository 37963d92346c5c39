// Entra's directory audit log (dataset azure.auditlogs), from Azure Monitor or polled from Graph.
import { mapping } from '../mapping.ts'
import { auditlogsFields } from './auditlogs.fields.ts'

export default mapping({
  dataset: 'azure.auditlogs',
  title: 'Microsoft Entra ID Audit Logs',
  module: 'azure',
  takes: { kind: 'A' },
  ecsVersion: '8.11.0',
  rows: {
    'event.id': { from: 'id' },
    'event.provider': { from: 'loggedByService' },
    'event.reason': { from: 'resultReason' },
  },
  vendor: { root: 'azure', content: 'none', fields: auditlogsFields, open: [] },
  derive: [
    'entraAuditTime',
    'entraAuditMembers',
    'entraAuditEvent',
    'entraAuditCategories',
    'entraAuditOauth',
    'entraAuditRelated',
  ],
})
