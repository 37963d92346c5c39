import { scenario } from '../../../lib/scenario.ts'
import guest from '../match/google-workspace-guest-of-a-blocked-application-reads.scenario.ts'

export default scenario({
  ...guest,
  title: 'An application shares a file with a guest and is blocked, and another guest reads a file of its owner',
  steps: guest.steps.with(-1, {
    sample: 'google-workspace/drive-anonymous-view',
    at: 'P23D',
    replace: { '"email": ""': '"email": "seller@partner.example"' },
  }),
})
