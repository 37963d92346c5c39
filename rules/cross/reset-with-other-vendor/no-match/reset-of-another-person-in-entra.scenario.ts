import { scenario } from '../../../lib/scenario.ts'
import away from '../match/grant-from-new-network-outlives-reset-in-entra.scenario.ts'

export default scenario({
  ...away,
  title:
    'A person grants a client Gmail access from a new network; an administrator resets the password of a colleague in Entra ID',
  steps: away.steps.with(5, { sample: 'm365/password-reset', at: 'P22D' }),
})
