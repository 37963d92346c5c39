import { scenario } from '../../../lib/scenario.ts'
import programTakesFilesOfTenOwners from '../match/program-takes-files-of-ten-owners.scenario.ts'

export default scenario({
  ...programTakesFilesOfTenOwners,
  title: 'A web application downloads ten files of colleagues each day for four days',
  steps: programTakesFilesOfTenOwners.steps.with(0, { sample: 'google-workspace/token-authorize-mail', at: 'PT1H' }),
})
