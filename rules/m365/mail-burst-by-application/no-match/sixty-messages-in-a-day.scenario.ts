import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application sends sixty messages within a day',
  start: '2026-03-11T09:00:00Z',
  steps: [{ sample: 'm365/mail-sent-by-app', at: 'PT1M', repeat: { every: 'PT20M', times: 60 } }],
})
