import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Microsoft Office copies a folder through Microsoft Graph from a network that the user never used',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D' },
    {
      sample: 'm365/mail-items-accessed-sync',
      at: 'P16D',
      personas: { 'Invoice Sync Helper': 'Microsoft Office' },
      replace: { 'InvoiceSync.exe': '', '2001:db8:51::17': '203.0.113.90' },
    },
  ],
})
