import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application sends sixty messages within a day',
  steps: [{ sample: 'm365/mail-sent-by-app', at: 'PT1M', repeat: { every: 'PT20M', times: 60 } }],
})
