import { scenario } from '../../../lib/scenario.ts'
import five from '../../new-accounts-reached/no-match/google-workspace-fresh-authorizations-used-by-five.scenario.ts'

export default scenario({
  ...five,
  title:
    'A password is changed fifteen days after five users authorized a service, which continues to make calls while the user is away',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT5M' },
    ...five.steps,
    { sample: 'google-workspace/admin-password-changed', at: 'P35D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P36D' },
  ],
})
