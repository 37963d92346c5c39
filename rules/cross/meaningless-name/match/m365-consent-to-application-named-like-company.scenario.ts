import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to an application with the name of the company',
  steps: [{ sample: 'm365/consent-user-mail', at: 'PT1M', replace: { 'Invoice Sync Helper': 'Northpier' } }],
})
