import { scenario } from '../../../lib/scenario.ts'
import tenOwners from '../match/program-takes-files-of-ten-owners.scenario.ts'

export default scenario({
  ...tenOwners,
  title:
    'A program that three colleagues have used for three weeks downloads ten files of colleagues each day for four days',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT1H',
      replace: { '"WEB"': '"NATIVE_DESKTOP"' },
      personas: { 'lena.ostrow': ['ole.brandt', 'ines.moreau', 'tomas.feld'] },
      repeat: { every: 'PT5M', times: 3 },
    },
    ...tenOwners.steps.map((step) => ({
      ...step,
      at: String(step.at)
        .replace('PT1H', 'P0DT1H')
        .replace(/P(\d)D/, 'P2$1D'),
    })),
  ],
})
