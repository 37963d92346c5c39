import { applicationSendsMail } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An assistant that only read mail for weeks sends nine messages within a minute',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT0S', repeat: { every: 'P5D', times: 8 } },
    { ...applicationSendsMail, at: 'P38D', repeat: { every: 'PT5S', times: 9 } },
  ],
})
