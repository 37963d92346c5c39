import { scenario } from '../../../lib/scenario.ts'
import elsewhere from '../match/google-workspace-sign-in-with-codes-of-an-application.scenario.ts'

export default scenario({
  ...elsewhere,
  title: 'An application makes backup codes as it does every week, and the account signs in from a new network',
  steps: elsewhere.steps.map((step) =>
    step.repeat?.times === 2 ? { ...step, at: 'P7DT2H', repeat: { every: 'P7D', times: 3 } } : step,
  ),
})
