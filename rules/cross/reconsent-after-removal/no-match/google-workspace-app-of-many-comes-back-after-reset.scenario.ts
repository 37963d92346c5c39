import { scenario } from '../../../lib/scenario.ts'
import comesBack from '../match/google-workspace-revoked-app-of-many-comes-back.scenario.ts'

export default scenario({
  ...comesBack,
  title:
    'An administrator revokes a mail application that six accounts use and changes the password of one user, who signs in and authorizes it again',
  steps: [
    ...comesBack.steps.slice(0, -1),
    { sample: 'google-workspace/admin-password-changed', at: 'P40DT1M' },
    { sample: 'google-workspace/login-success', at: 'P40DT8H' },
    ...comesBack.steps.slice(-1),
  ],
})
