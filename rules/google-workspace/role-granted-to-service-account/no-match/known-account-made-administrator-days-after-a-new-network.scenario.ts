import { scenario } from '../../../lib/scenario.ts'
import newAccount from '../match/new-account-made-administrator-from-new-network.scenario.ts'

export default scenario({
  ...newAccount,
  title:
    'Two days after the first sign-in from a network, an administrator makes an account of the day before a super administrator',
  steps: newAccount.steps.with(2, {
    sample: 'google-workspace/admin-user-suspended',
    at: 'P30DT23H',
    personas: { 'lena.ostrow': 'tomas.feld' },
    replace: { SUSPEND_USER: 'CREATE_USER' },
  }),
})
