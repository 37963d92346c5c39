import { mailReadElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that was dormant for two months reads its user’s mail from a new network',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT0S' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    { ...mailReadElsewhere, at: 'P85D', repeat: { every: 'PT10M', times: 3 } },
  ],
})
