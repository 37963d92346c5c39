import { scenario } from '../../../lib/scenario.ts'
import programTakesFilesOfTenOwners from '../match/program-takes-files-of-ten-owners.scenario.ts'

export default scenario({
  ...programTakesFilesOfTenOwners,
  title: 'A program on a computer downloads thirty-nine files of colleagues within a week',
  steps: programTakesFilesOfTenOwners.steps.with(-1, {
    sample: 'google-workspace/drive-download-by-app',
    at: 'P4DT2H',
    repeat: { every: 'PT30M', times: 9 },
    personas: { 'ines.falk': 9 },
  }),
})
