import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person downloads twenty files with each of two programs',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', replace: { '"WEB"': '"NATIVE_DESKTOP"' } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT2H',
      personas: { 'Inbox Pilot': 'Berth Planner' },
      replace: { '"WEB"': '"NATIVE_DESKTOP"' },
    },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: ['P1DT2H', 'P2DT2H'],
      repeat: { every: 'PT30M', times: 10 },
      personas: { 'ines.falk': 10 },
    },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: ['P3DT2H', 'P4DT2H'],
      personas: { 'ines.falk': 10, 'Inbox Pilot': 'Berth Planner' },
      repeat: { every: 'PT30M', times: 10 },
    },
  ],
})
