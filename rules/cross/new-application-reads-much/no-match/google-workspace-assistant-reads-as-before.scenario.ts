import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An assistant that listed mail for weeks lists twenty messages at once',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT0S', repeat: { every: 'P5D', times: 8 } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P38D', repeat: { every: 'PT5S', times: 20 } },
  ],
})
