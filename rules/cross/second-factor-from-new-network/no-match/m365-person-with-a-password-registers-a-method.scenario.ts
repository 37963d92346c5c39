import { scenario } from '../../../lib/scenario.ts'
import serviceAccount from '../match/m365-service-account-registers-a-method.scenario.ts'

export default scenario({
  ...serviceAccount,
  title: 'A person who signs in interactively with a password each week registers the first method',
  steps: serviceAccount.steps.toSpliced(1, 0, {
    sample: 'entra/signin-command-line',
    at: 'P14D',
    replace: { multiFactorAuthentication: 'singleFactorAuthentication' },
  }),
})
