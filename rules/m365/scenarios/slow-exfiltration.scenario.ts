import { scenario } from '../../lib/scenario.ts'
import { colleagueSignsIn } from './steps.ts'

export default scenario({
  title: 'An application that downloads few files a day downloads a file every five minutes, day and night',
  steps: [
    { sample: 'm365/file-downloaded-by-app', at: 'PT1H', repeat: { every: 'PT12H', times: 16 } },
    // Never more than twelve in an hour.
    { sample: 'm365/file-downloaded-by-app', at: 'P9DT15H', repeat: { every: 'PT5M', times: 280 } },
    { ...colleagueSignsIn, at: 'P12D' },
  ],
})
