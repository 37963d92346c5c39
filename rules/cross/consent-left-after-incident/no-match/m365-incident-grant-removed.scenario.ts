import { scenario } from '../../../lib/scenario.ts'
import { colleagueSignsIn } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title:
    'An account is disabled hours after a consent; the grant is removed within the day, and its record arrives late',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT14M26S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/account-disabled', at: 'P1D' },
    { sample: 'm365/delegated-grant-removed', at: 'P1DT20H', delivered: 'P2DT2H' },
    { ...colleagueSignsIn, at: 'P5D' },
  ],
})
