import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application sends twenty messages within half an hour',
  start: '2026-03-11T09:00:00Z',
  steps: [{ sample: 'm365/mail-sent-by-app', at: 'PT1S', repeat: { every: 'PT90S', times: 20 } }],
})
