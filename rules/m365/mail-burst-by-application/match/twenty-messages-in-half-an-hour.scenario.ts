import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application sends twenty messages within half an hour',
  steps: [{ sample: 'm365/mail-sent-by-app', at: 'PT1S', repeat: { every: 'PT90S', times: 20 } }],
})
