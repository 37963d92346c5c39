import { scenario } from '../../../lib/scenario.ts'
import { signInElsewhere } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title:
    'Without a log of Entra ID, an account signs in from a new network, and adds a second factor ten minutes later',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { ...signInElsewhere, at: 'P16D' },
    { sample: 'm365/second-factor-added', at: 'P16DT10M' },
  ],
})
