import { scenario } from '../../../lib/scenario.ts'
import incidentSignInOnly from './m365-incident-sign-in-only.scenario.ts'

export default scenario({
  ...incidentSignInOnly,
  title: 'An account is disabled hours after it consented to a Microsoft application',
  steps: incidentSignInOnly.steps.with(0, { sample: 'm365/consent-first-party-client', at: 'PT14M' }),
})
