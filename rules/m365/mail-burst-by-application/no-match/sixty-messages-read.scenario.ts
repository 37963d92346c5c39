import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads sixty messages within five minutes',
  start: '2026-03-11T09:00:00Z',
  steps: [{ sample: 'm365/mail-items-accessed-bind', at: 'PT1S', repeat: { every: 'PT5S', times: 60 } }],
})
