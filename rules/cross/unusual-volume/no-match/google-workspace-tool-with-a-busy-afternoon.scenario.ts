import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A tool that makes one call a day makes fifty calls for the same person in an hour',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 50 } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P50DT16H', repeat: { every: 'PT1M', times: 50 } },
    { sample: 'google-workspace/login-success', at: 'P52D' },
  ],
})
