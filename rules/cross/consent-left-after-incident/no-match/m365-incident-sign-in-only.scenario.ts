import { scenario } from '../../../lib/scenario.ts'
import { colleagueSignsIn } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'An account is disabled hours after its owner signed in to an application that reads no data',
  steps: [
    { sample: 'm365/consent-user-sign-in-only', at: 'PT14M', personas: { 'jonas.reimer': 'mara.voss' } },
    { sample: 'm365/account-disabled', at: 'P1D' },
    { ...colleagueSignsIn, at: 'P5D' },
  ],
})
