import { scenario } from '../../../lib/scenario.ts'
import copies from '../match/office-copies-a-folder-through-graph.scenario.ts'

export default scenario({
  ...copies,
  title: 'Outlook copies a folder with its own protocol from a network that the user never used',
  steps: copies.steps.with(-1, {
    sample: 'm365/mail-items-accessed-sync',
    at: 'P16D',
    personas: { 'Invoice Sync Helper': 'Microsoft Office' },
    replace: { 'Client=REST;;': 'Client=MSExchangeRPC', 'InvoiceSync.exe': '', '2001:db8:51::17': '203.0.113.90' },
  }),
})
