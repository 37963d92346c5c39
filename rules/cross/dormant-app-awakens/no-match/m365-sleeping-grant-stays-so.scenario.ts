import { scenario } from '../../../lib/scenario.ts'
import { refusedToListMail } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'A grant is unused for six weeks; the application is then refused, and the user consents again',
  steps: [
    { sample: 'entra/graph-user-lists-mail', at: 'PT0S', personas: { 'Invoice Sync Helper': 'Berth Planner' } },
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { ...refusedToListMail, at: 'P42D' },
    { sample: 'm365/consent-user-mail', at: 'P42DT1H' },
    { sample: 'm365/consent-tenant-wide', at: 'PT30M' },
    { sample: 'entra/graph-app-reads-mailbox', at: 'P42DT2H', personas: { 'Payroll Bridge': 'Harbour CRM Connector' } },
  ],
})
