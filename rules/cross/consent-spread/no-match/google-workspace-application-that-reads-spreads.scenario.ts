import { scenario } from '../../../lib/scenario.ts'
import spread from '../match/google-workspace-application-that-shares-spreads.scenario.ts'

export default scenario({
  ...spread,
  title:
    'Three people authorize a new application, which downloads a file, and an hour later a fourth person authorizes it',
  steps: spread.steps.with(2, { sample: 'google-workspace/drive-download-by-app', at: 'P20DT1H' }),
})
