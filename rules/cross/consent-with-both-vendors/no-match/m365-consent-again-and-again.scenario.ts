import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One person consents six times, and the records arrive twice',
  steps: [{ sample: 'm365/consent-user-mail', at: 'PT1H', redelivered: ['PT8H'], repeat: { every: 'PT1H', times: 6 } }],
})
