// Service principals, registrations, grants and accounts of the directory from Microsoft Graph lists. No integration of
// Elastic's provides them. A document contains the state at the time of the snapshot. `event.start` is the start of
// that state, if Graph contains it.
import { mapping } from '../mapping.ts'
import { inventoryFields } from './inventory.fields.ts'
import { omittedFromInventory } from './readers/inventory.ts'

export default mapping({
  dataset: 'azure.inventory',
  title: 'Microsoft Entra ID Inventory',
  own: true,
  module: 'azure',
  takes: { kind: 'I' },
  ecsVersion: '8.11.0',
  rows: {
    '@timestamp': { from: 'snapshotTime' },
    'event.id': { from: 'id' },
    'event.kind': { value: 'asset' },
    'event.category': { value: ['iam'] },
    'event.type': { value: ['info'] },
  },
  omits: omittedFromInventory,
  vendor: { root: 'azure', content: 'none', fields: inventoryFields, open: [] },
  derive: ['entraInventoryRecord', 'entraInventoryOauth', 'entraInventoryRelated'],
})
