import { scenario } from '../../../lib/scenario.ts'
import programTakesFilesOfTenOwners from '../match/program-takes-files-of-ten-owners.scenario.ts'

export default scenario({
  ...programTakesFilesOfTenOwners,
  title: 'A program on a computer downloads files of nine people',
  steps: programTakesFilesOfTenOwners.steps.map((step) =>
    step.sample === 'google-workspace/drive-download-by-app' ? { ...step, personas: { 'ines.falk': 9 } } : step,
  ),
})
