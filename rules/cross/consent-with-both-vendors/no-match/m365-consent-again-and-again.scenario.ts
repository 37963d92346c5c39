import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One person consents six times, and the records arrive twice',
  start: '2026-03-11T07:00:00Z',
  steps: [{ sample: 'm365/consent-user-mail', at: 'PT1H', redelivered: ['PT8H'], repeat: { every: 'PT1H', times: 6 } }],
})
