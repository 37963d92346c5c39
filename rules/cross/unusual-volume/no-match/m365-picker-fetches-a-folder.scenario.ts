import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that opens one file a day fetches a folder with fifty files of the same person in an hour',
  steps: [
    { sample: 'm365/file-downloaded-by-app', at: 'PT1H', repeat: { every: 'P1D', times: 50 } },
    { sample: 'm365/file-downloaded-by-app', at: 'P50DT16H', repeat: { every: 'PT1M', times: 50 } },
    { sample: 'm365/sign-in', at: 'P52D' },
  ],
})
