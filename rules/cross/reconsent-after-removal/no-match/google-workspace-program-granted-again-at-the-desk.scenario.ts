import { scenario } from '../../../lib/scenario.ts'
import elsewhere from '../match/google-workspace-program-granted-again-after-reset.scenario.ts'

export default scenario({
  ...elsewhere,
  title: 'Three days after a reset, an account grants all mail to the same program again from the usual network',
  steps: elsewhere.steps.map((step) =>
    step.at === 'P15D' || step.at === 'P15DT5M' ? { ...step, replace: { '"WEB"': '"NATIVE_DESKTOP"' } } : step,
  ),
})
