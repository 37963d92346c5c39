import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads sixty messages within five minutes',
  steps: [{ sample: 'm365/mail-items-accessed-bind', at: 'PT1S', repeat: { every: 'PT5S', times: 60 } }],
})
