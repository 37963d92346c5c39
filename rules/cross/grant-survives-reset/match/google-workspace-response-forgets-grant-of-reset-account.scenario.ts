import { scenario } from '../../../lib/scenario.ts'
import removed from '../../app-active-for-ended-account/match/google-workspace-application-removed-for-one-reads-another.scenario.ts'

export default scenario({
  title:
    'After a response removed an application from one account, it reads the mail of another account with a new password',
  steps: [
    ...removed.steps,
    { sample: 'google-workspace/admin-password-changed', at: 'P2DT5M', personas: { 'lena.ostrow': 'ole.brandt' } },
    { sample: 'google-workspace/login-success', at: 'P2DT1H', personas: { 'lena.ostrow': 'ole.brandt' } },
  ],
})
