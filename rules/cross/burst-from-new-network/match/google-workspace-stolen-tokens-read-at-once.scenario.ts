import { mailReadElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Stolen vendor tokens read eight messages in the first hour in a new network',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT0S' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    { ...mailReadElsewhere, at: 'P20DT1H', repeat: { every: 'PT5M', times: 8 } },
  ],
})
