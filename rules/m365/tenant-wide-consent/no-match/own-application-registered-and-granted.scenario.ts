import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator registers an application of the organization and consents to it for all users',
  steps: [
    { sample: 'm365/application-added', at: 'PT1M', personas: { 'Payroll Bridge': 'Harbour CRM Connector' } },
    { sample: 'm365/consent-tenant-wide', at: 'PT2M' },
  ],
})
