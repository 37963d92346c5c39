import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants all mail again to an application in use, from the usual network',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M', repeat: { every: 'P4D', times: 3 } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P1D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P2D' },
    { sample: 'google-workspace/login-success', at: 'P20D' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT5M' },
  ],
})
