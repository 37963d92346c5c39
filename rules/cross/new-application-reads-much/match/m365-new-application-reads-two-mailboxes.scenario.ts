import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application reads the mail of two accounts seven times each',
  steps: [
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT1H',
      personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
    },
    { sample: 'm365/service-principal-added', at: 'P40D' },
    { sample: 'm365/consent-user-mail', at: 'P40D' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P40DT1H', repeat: { every: 'PT1H', times: 7 } },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P40DT1H5M',
      repeat: { every: 'PT1H', times: 7 },
      personas: { 'mara.voss': 'ole.brandt' },
    },
  ],
})
