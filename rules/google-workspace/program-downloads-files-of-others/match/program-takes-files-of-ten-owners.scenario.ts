import { scenario } from '../../../lib/scenario.ts'

const tenFiles = {
  sample: 'google-workspace/drive-download-by-app',
  repeat: { every: 'PT30M', times: 10 },
  personas: { 'ines.falk': 10 },
}

export default scenario({
  title: 'A program on a computer downloads ten files of colleagues each day for four days',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', replace: { '"WEB"': '"NATIVE_DESKTOP"' } },
    { ...tenFiles, at: 'P1DT2H' },
    { ...tenFiles, at: 'P2DT2H' },
    { ...tenFiles, at: 'P3DT2H' },
    { ...tenFiles, at: 'P4DT2H' },
  ],
})
