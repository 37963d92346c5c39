import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that has been in use for a week sends sixty messages within half an hour',
  steps: [
    { sample: 'm365/mail-sent-by-app', at: 'PT1S' },
    { sample: 'm365/mail-sent-by-app', at: 'P7DT1S', repeat: { every: 'PT30S', times: 60 } },
  ],
})
