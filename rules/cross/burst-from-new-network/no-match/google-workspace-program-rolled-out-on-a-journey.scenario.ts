import { scenario } from '../../../lib/scenario.ts'
import known from '../match/google-workspace-known-program-granted-in-a-new-network.scenario.ts'

export default scenario({
  ...known,
  title:
    'A mail program that three colleagues also connected this week receives a grant on the first day of an account in a network, and reads eight messages',
  steps: known.steps.with(4, { ...known.steps[4], sample: 'google-workspace/token-authorize-mail', at: 'P32D' }),
})
