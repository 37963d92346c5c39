import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to the same application every six weeks',
  steps: [{ sample: 'm365/consent-user-mail', at: 'PT1H', repeat: { every: 'P45D', times: 4 } }],
})
