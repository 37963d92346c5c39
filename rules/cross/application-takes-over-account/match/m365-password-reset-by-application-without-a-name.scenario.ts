import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application without a name in the record resets two passwords',
  steps: [
    { sample: 'entra/audit-device-owner-added', at: 'PT1M' },
    {
      sample: 'entra/audit-password-reset-by-application',
      at: 'P20D',
      repeat: { every: 'PT3S', times: 2 },
      replace: { '"displayName": "Harbour CRM Connector"': '"displayName": null' },
    },
  ],
})
