import { scenario } from '../../../lib/scenario.ts'
import { colleagueSignsIn } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'A user who only signed in to an application leaves',
  steps: [
    { sample: 'm365/consent-user-sign-in-only', at: 'PT14M', personas: { 'jonas.reimer': 'mara.voss' } },
    { sample: 'm365/account-disabled', at: 'P30D' },
    { ...colleagueSignsIn, at: 'P34D' },
  ],
})
