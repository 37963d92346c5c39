import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application from a new network grants mail access to another application, which reads two mailboxes',
  steps: [
    { sample: 'entra/graph-command-line-lists-users', at: 'PT0S' },
    { sample: 'entra/signin-app-certificate', at: 'PT0S', repeat: { every: 'P4D', times: 5 } },
    { sample: 'entra/signin-app-certificate', at: 'P18D', replace: { '198.51.100.90': '203.0.113.90' } },
    {
      sample: 'm365/app-role-grant-by-itself',
      at: 'P18DT1H',
      replace: {
        '"UserId": "ServicePrincipal_a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20"':
          '"UserId": "ServicePrincipal_f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01"',
        '"ID": "Payroll Bridge"': '"ID": "Harbour CRM Connector"',
        '"ID": "7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34"': '"ID": "91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89"',
        '"ID": "ServicePrincipal_a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20"':
          '"ID": "ServicePrincipal_f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01"',
        '"ID": "a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20"': '"ID": "f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01"',
      },
    },
    { sample: 'entra/graph-app-reads-mailbox', at: 'P19D' },
    { sample: 'entra/graph-app-reads-mailbox', at: 'P21D', personas: { 'mara.voss': 'ole.brandt' } },
  ],
})
