import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application receives a secret, and an administrator consents for all users',
  start: '2026-03-12T13:50:00Z',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M' },
    { sample: 'm365/consent-tenant-wide', at: 'PT30M', personas: { 'Harbour CRM Connector': 'Payroll Bridge' } },
  ],
})
