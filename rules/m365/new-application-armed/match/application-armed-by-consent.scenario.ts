import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application receives a secret, and an administrator consents for all users',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M' },
    { sample: 'm365/consent-tenant-wide', at: 'PT30M', personas: { 'Harbour CRM Connector': 'Payroll Bridge' } },
  ],
})
