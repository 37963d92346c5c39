import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application is blocked, and an administrator consents to the application the next day',
  steps: [
    { sample: 'm365/consent-blocked-risky', at: 'PT12M' },
    { sample: 'm365/consent-risky-by-admin', at: 'P1DT1H' },
  ],
})
