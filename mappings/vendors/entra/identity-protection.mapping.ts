// Verdicts of Entra ID Protection on users and service principals (dataset azure.identity_protection): each detection, and the
// state of risk that follows. The block is named as in Elastic's integration, without the underscore of the dataset.
import { mapping } from '../mapping.ts'
import { identityProtectionFields } from './identity-protection.fields.ts'

export default mapping({
  dataset: 'azure.identity_protection',
  title: 'Microsoft Entra ID Protection Logs',
  module: 'azure',
  takes: { kind: 'R' },
  ecsVersion: '8.11.0',
  rows: { 'event.id': { from: 'id' }, 'event.provider': { from: 'source' } },
  vendor: { root: 'azure', content: 'none', fields: identityProtectionFields, open: [] },
  derive: ['entraRiskTime', 'entraRiskMembers', 'entraRiskEvent', 'entraRiskOauth', 'entraRiskRelated'],
})
