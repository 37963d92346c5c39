import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A grant is unused for six weeks; the application is then refused, and the user consents again',
  steps: [
    { sample: 'entra/graph-user-lists-mail', at: 'PT0S', personas: { 'Invoice Sync Helper': 'Berth Planner' } },
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P42D',
      replace: {
        '"responseStatusCode": 200': '"responseStatusCode": 403',
        '"resultSignature": "200"': '"resultSignature": "403"',
      },
    },
    { sample: 'm365/consent-user-mail', at: 'P42DT1H' },
    { sample: 'm365/consent-tenant-wide', at: 'PT30M' },
    { sample: 'entra/graph-app-reads-mailbox', at: 'P42DT2H', personas: { 'Payroll Bridge': 'Harbour CRM Connector' } },
  ],
})
