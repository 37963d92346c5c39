import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads one mailbox forty times within an hour',
  start: '2026-03-11T09:00:00Z',
  steps: [{ sample: 'm365/mail-items-accessed-bind', at: 'PT1M', repeat: { every: 'PT1M', times: 40 } }],
})
