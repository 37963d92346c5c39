import { mailReadElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Stolen vendor tokens read mail from a network that the vendor never used; the record arrives hours late',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT0S' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    { ...mailReadElsewhere, at: 'P20DT1H', delivered: 'P20DT3H' },
    { sample: 'google-workspace/drive-download-by-app', at: 'P20DT1H10M', replace: { '203.0.113.140': '192.0.2.33' } },
  ],
})
