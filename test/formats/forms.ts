import { defenderForms } from './defender-forms.ts'
import { entraForms } from './entra-forms.ts'
import { envelopeForms } from './envelope-forms.ts'
import type { FormGroup } from './form.ts'
import { googleForms } from './google-forms.ts'
import { inventoryForms } from './inventory-forms.ts'
import { shipperForms } from './shipper-forms.ts'
import { unifiedAuditForms } from './unified-audit-forms.ts'

/** Every form, in the order of the table. */
export const formGroups: readonly FormGroup[] = [
  { heading: 'Microsoft 365 unified audit log', forms: unifiedAuditForms },
  { heading: 'Entra ID and Microsoft Graph', forms: entraForms },
  { heading: 'Microsoft Defender XDR', forms: defenderForms },
  { heading: 'Google Workspace', forms: googleForms },
  { heading: 'Inventories', forms: inventoryForms },
  { heading: 'Shippers and Kafka producers', forms: shipperForms },
  { heading: 'Bytes and text', forms: envelopeForms },
]
