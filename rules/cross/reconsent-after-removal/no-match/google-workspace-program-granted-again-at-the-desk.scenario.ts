import { scenario } from '../../../lib/scenario.ts'
import elsewhere from '../match/google-workspace-program-granted-again-after-reset.scenario.ts'

export default scenario({
  ...elsewhere,
  title: 'Three days after a reset, an account grants all mail to the same program again from the usual network',
  steps: [
    ...elsewhere.steps.slice(0, -2),
    { sample: 'google-workspace/login-success', at: 'P15D' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P15DT5M', replace: { '"WEB"': '"NATIVE_DESKTOP"' } },
  ],
})
