import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application downloads seven lists of passwords in half an hour on the day of its consent',
  steps: [
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT1H',
      personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
    },
    { sample: 'm365/service-principal-added', at: 'P40D' },
    { sample: 'm365/consent-user-mail', at: 'P40D' },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P40DT1H',
      replace: { 'Suppliers 2026': 'Passwords' },
      repeat: { every: 'PT5M', times: 7 },
    },
  ],
})
