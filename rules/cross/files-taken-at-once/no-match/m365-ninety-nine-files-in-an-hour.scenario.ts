import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application downloads ninety-nine files within an hour',
  steps: [{ sample: 'm365/file-downloaded-by-app', at: 'PT1M', repeat: { every: 'PT30S', times: 99 } }],
})
