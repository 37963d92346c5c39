import { scenario } from '../../../lib/scenario.ts'
import { playgroundAuthorized } from '../../scenarios/steps.ts'

export default scenario({
  title: 'A user grants the whole mailbox to the OAuth Playground from the usual network',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M', repeat: { every: 'P4D', times: 3 } },
    { ...playgroundAuthorized, at: 'P14D' },
  ],
})
