import { scenario } from '../../../lib/scenario.ts'
import signInConsentAlone from './sign-in-consent-alone.scenario.ts'

export default scenario({
  ...signInConsentAlone,
  title: 'An administrator consents again to existing permissions, and no grant is recorded',
  steps: signInConsentAlone.steps.with(2, { sample: 'm365/consent-tenant-wide-repeated', at: 'PT1H' }),
})
