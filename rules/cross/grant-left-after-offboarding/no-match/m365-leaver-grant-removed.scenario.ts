import { scenario } from '../../../lib/scenario.ts'
import { colleagueSignsIn } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'A user leaves, and an administrator removes the grant of the previous month the same day',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT14M26S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/account-disabled', at: 'P30D' },
    { sample: 'm365/delegated-grant-removed', at: 'P30DT2H' },
    { ...colleagueSignsIn, at: 'P34D' },
  ],
})
