import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'A dormant application fails to sign in and loses a key, and a user consents to another dormant application',
  start: '2026-01-05T09:00:00Z',
  steps: [
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 5 },
      replace: {
        '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34',
        'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01': 'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20',
        'Harbour CRM Connector': 'Payroll Bridge',
      },
    },
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P1D', times: 3 } },
    { sample: 'entra/signin-app-expired-secret', at: 'P95D' },
    { sample: 'm365/credential-removed', at: 'P95DT1H' },
    {
      sample: 'm365/credential-secret-added',
      at: 'P95DT2H',
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P96D',
      replace: { 'mara.voss': 'ines.carver', '0b7c2f6e-51d4': '0b7c2f6e-61d4' },
    },
  ],
})
