import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application without recorded consents opens the mailbox of another user',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1H', personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' } },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P1D',
      repeat: { every: 'P1D', times: 41 },
      personas: { 'mara.voss': 3 },
    },
    { sample: 'm365/mail-items-accessed-bind', at: 'P42D', personas: { 'mara.voss': 'nora.kjell' } },
  ],
})
