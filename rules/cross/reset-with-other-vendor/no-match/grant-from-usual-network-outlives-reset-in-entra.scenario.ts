import { scenario } from '../../../lib/scenario.ts'
import away from '../match/grant-from-new-network-outlives-reset-in-entra.scenario.ts'

export default scenario({
  ...away,
  title:
    'A person grants a client Gmail access from a network known for twelve days; an administrator resets the password in Entra ID, and the client continues to read',
  steps: away.steps.with(2, {
    sample: 'google-workspace/login-success',
    at: 'P8DT1H',
    replace: { '198.51.100.71': '203.0.113.121' },
  }),
})
