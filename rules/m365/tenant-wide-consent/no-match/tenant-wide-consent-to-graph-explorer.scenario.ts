import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator consents to a Microsoft tool for all users',
  start: '2026-03-11T09:00:00Z',
  steps: [{ sample: 'm365/consent-tenant-wide', at: 'PT1M', personas: { 'Harbour CRM Connector': 'Graph Explorer' } }],
})
