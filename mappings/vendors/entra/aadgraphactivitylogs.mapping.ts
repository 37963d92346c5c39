// Calls of Azure AD Graph, the older directory API (dataset azure.aadgraphactivitylogs).
import { mapping } from '../mapping.ts'
import { aadgraphactivitylogsFields } from './aadgraphactivitylogs.fields.ts'

const bookkeeping = 'a number that Microsoft uses to move the record; Elastic’s integration keeps none'

export default mapping({
  dataset: 'azure.aadgraphactivitylogs',
  title: 'Azure AD Graph Activity Logs',
  module: 'azure',
  takes: { kind: 'N' },
  ecsVersion: '8.11.0',
  rows: {
    'event.id': { from: 'requestId' },
    'token.id': { from: 'signInActivityId' },
    'session.id': { from: 'sessionId' },
    'device.id': { from: 'deviceId' },
  },
  omits: {
    __UDI_RequiredFields_EventTime: bookkeeping,
    __UDI_RequiredFields_RegionScope: bookkeeping,
    __UDI_RequiredFields_TenantId: bookkeeping,
    __UDI_RequiredFields_UniqueId: bookkeeping,
  },
  vendor: { root: 'azure', content: 'none', fields: aadgraphactivitylogsFields, open: [] },
  derive: ['entraGraphTime', 'entraAadGraphMembers', 'entraAadGraphEvent', 'entraAadGraphOauth', 'entraGraphRelated'],
})
