import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application receives an owner and a redirect address, and signs in from a network that it never used',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 20 },
      replace: {
        '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34',
        'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01': 'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20',
        'Harbour CRM Connector': 'Payroll Bridge',
      },
    },
    { sample: 'm365/owner-added', at: 'P17D' },
    { sample: 'm365/application-redirect-added', at: 'P18D' },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P20D',
      replace: {
        '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34',
        'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01': 'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20',
        'Harbour CRM Connector': 'Payroll Bridge',
        '198.51.100.90': '192.0.2.33',
      },
    },
  ],
})
