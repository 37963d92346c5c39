import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application sends nineteen messages within five minutes',
  steps: [{ sample: 'm365/mail-sent-by-app', at: 'PT1S', repeat: { every: 'PT5S', times: 19 } }],
})
