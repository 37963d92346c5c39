import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that only read files for weeks deletes eight files permanently, from its usual network',
  steps: [
    { sample: 'google-workspace/drive-download-by-app', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P20DT1H',
      repeat: { every: 'PT10S', times: 8 },
      replace: { '"download"': '"delete"' },
    },
  ],
})
