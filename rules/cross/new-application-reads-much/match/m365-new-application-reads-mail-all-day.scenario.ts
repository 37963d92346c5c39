import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads mail ten times in the hours after its consent',
  steps: [
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT1H',
      personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
    },
    { sample: 'm365/service-principal-added', at: 'P40D' },
    { sample: 'm365/consent-user-mail', at: 'P40D' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P40DT1H', repeat: { every: 'PT50M', times: 10 } },
  ],
})
