import { scenario } from '../../../lib/scenario.ts'
import { signInElsewhere } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'A user signs in from a new network and an hour later grants an application access to mail',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { ...signInElsewhere, at: 'P16D' },
    { sample: 'm365/consent-user-mail', at: 'P16DT1H' },
  ],
})
