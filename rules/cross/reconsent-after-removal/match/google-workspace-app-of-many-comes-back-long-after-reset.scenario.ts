import { scenario } from '../../../lib/scenario.ts'
import comesBack from './google-workspace-revoked-app-of-many-comes-back.scenario.ts'

export default scenario({
  ...comesBack,
  title:
    'An administrator revokes a mail application that six accounts use, and a user whose password was reset three weeks earlier authorizes it again',
  steps: [
    ...comesBack.steps,
    { sample: 'google-workspace/admin-password-changed', at: 'P19D' },
    { sample: 'google-workspace/login-success', at: 'P19DT2H' },
  ],
})
