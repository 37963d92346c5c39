import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user is blocked from a risky application, and an administrator consents in the evening',
  steps: [
    { sample: 'm365/consent-blocked-risky', at: 'PT12M' },
    { sample: 'm365/consent-risky-by-admin', at: 'PT11H' },
  ],
})
