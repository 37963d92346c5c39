import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A tool receives consent and reads mail on the same day',
  steps: [
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT1H',
      personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
    },
    { sample: 'm365/service-principal-added', at: 'P94D' },
    { sample: 'm365/consent-user-mail', at: 'P94D' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P94DT4H' },
  ],
})
