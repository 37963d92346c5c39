import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads eight messages in an hour from its usual network',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT0S' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT1H', repeat: { every: 'PT5M', times: 8 } },
  ],
})
