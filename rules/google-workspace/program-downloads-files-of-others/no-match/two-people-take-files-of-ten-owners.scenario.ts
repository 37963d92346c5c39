import { scenario } from '../../../lib/scenario.ts'
import programTakesFilesOfTenOwners from '../match/program-takes-files-of-ten-owners.scenario.ts'

export default scenario({
  ...programTakesFilesOfTenOwners,
  title: 'Two people each download twenty files with a program',
  steps: [
    ...programTakesFilesOfTenOwners.steps.slice(0, 3),
    {
      sample: 'google-workspace/drive-download-by-app',
      at: ['P3DT2H', 'P4DT2H'],
      personas: { 'lena.ostrow': 'tariq.quinn', 'ines.falk': 10 },
      repeat: { every: 'PT30M', times: 10 },
    },
  ],
})
