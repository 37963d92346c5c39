import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs in to an application with a name of dots',
  start: '2026-03-12T09:00:00Z',
  steps: [{ sample: 'm365/consent-user-sign-in-only', at: 'PT1M', replace: { 'Harbour CRM Connector': '.....' } }],
})
