import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A program on a computer downloads ten files of colleagues each day for four days',
  start: '2026-03-02T08:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', replace: { '"WEB"': '"NATIVE_DESKTOP"' } },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P1DT2H',
      repeat: { every: 'PT30M', times: 10 },
      personas: { 'ines.falk': 10 },
    },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P2DT2H',
      repeat: { every: 'PT30M', times: 10 },
      personas: { 'ines.falk': 10 },
    },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P3DT2H',
      repeat: { every: 'PT30M', times: 10 },
      personas: { 'ines.falk': 10 },
    },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P4DT2H',
      repeat: { every: 'PT30M', times: 10 },
      personas: { 'ines.falk': 10 },
    },
  ],
})
