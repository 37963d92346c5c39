import { applicationSendsMail } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes an application, which sends a message twenty minutes later',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      replace: { '417730926581': '417730926582' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P94D' },
    { ...applicationSendsMail, at: 'P94DT20M' },
  ],
})
