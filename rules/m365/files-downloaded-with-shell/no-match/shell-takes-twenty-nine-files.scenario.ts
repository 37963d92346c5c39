import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A shell downloads twenty-nine files, and a browser downloads sixty files',
  steps: [
    { sample: 'm365/file-downloaded-by-app', at: 'PT1M', repeat: { every: 'PT50S', times: 29 } },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT2M',
      repeat: { every: 'PT30S', times: 60 },
      personas: { 'mara.voss': 'ole.brandt' },
      replace: {
        'Go-http-client/2.0':
          'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36',
      },
    },
  ],
})
