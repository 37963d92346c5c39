import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A new application downloads a supplier list and uploads a password list, which it downloads on its fourth day',
  steps: [
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT1H',
      personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
    },
    { sample: 'm365/service-principal-added', at: 'P40D' },
    { sample: 'm365/consent-user-mail', at: 'P40D' },
    { sample: 'm365/file-downloaded-by-app', at: 'P40DT1H' },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P40DT2H',
      replace: { 'Suppliers 2026': 'Passwords', '"FileDownloaded"': '"FileUploaded"' },
    },
    { sample: 'm365/file-downloaded-by-app', at: 'P43DT2H', replace: { 'Suppliers 2026': 'Passwords' } },
  ],
})
