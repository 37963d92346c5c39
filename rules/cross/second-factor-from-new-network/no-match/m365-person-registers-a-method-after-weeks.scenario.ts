import { scenario } from '../../../lib/scenario.ts'
import serviceAccount from '../match/m365-service-account-registers-a-method.scenario.ts'

export default scenario({
  ...serviceAccount,
  title:
    'A person whose programs renewed their tokens for weeks signs in with a second factor and registers another one',
  steps: serviceAccount.steps.with(1, { sample: 'entra/signin-command-line', at: 'P16D' }),
})
