import { commandLineAuthorizedElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account authorizes the Google Cloud command line from a new network that is not a hosting network',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    { ...commandLineAuthorizedElsewhere, at: 'P20DT5M' },
  ],
})
