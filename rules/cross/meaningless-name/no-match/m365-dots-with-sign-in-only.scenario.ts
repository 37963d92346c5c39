import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs in to an application with a name of dots',
  steps: [{ sample: 'm365/consent-user-sign-in-only', at: 'PT1M', replace: { 'Harbour CRM Connector': '.....' } }],
})
