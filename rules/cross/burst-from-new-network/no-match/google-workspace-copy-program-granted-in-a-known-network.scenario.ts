import { scenario } from '../../../lib/scenario.ts'
import copyProgram from '../match/google-workspace-copy-program-granted-in-a-new-network.scenario.ts'

export default scenario({
  ...copyProgram,
  title:
    'A new program on a device receives its grant in a network that the account has used for a week, and reads eight files',
  steps: copyProgram.steps.with(2, {
    sample: 'google-workspace/login-success',
    at: 'P9D',
    replace: { '198.51.100.71': '203.0.113.121' },
  }),
})
