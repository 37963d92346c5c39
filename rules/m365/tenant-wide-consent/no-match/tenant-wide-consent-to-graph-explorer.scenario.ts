import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator consents to a Microsoft tool for all users',
  steps: [{ sample: 'm365/consent-tenant-wide', at: 'PT1M', personas: { 'Harbour CRM Connector': 'Graph Explorer' } }],
})
