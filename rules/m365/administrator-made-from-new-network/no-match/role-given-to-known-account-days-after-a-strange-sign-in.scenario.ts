import { scenario } from '../../../lib/scenario.ts'
import newAccount from '../match/new-account-given-a-role-days-after-a-strange-sign-in.scenario.ts'

export default scenario({
  ...newAccount,
  title: 'Two days after its first sign-in from a network, an account makes a known person an administrator',
  steps: newAccount.steps.toSpliced(-2, 1),
})
