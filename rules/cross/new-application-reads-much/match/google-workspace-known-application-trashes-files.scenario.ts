import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that only read files for weeks moves ten files to the trash',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT0S' },
    { sample: 'google-workspace/drive-download-by-app', at: 'PT1H', repeat: { every: 'P5D', times: 8 } },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P38D',
      replace: { '"download"': '"trash"' },
      repeat: { every: 'PT5S', times: 10 },
    },
  ],
})
