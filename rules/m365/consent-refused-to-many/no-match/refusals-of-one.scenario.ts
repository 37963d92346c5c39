import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One person is blocked from consent nine times',
  steps: [{ sample: 'm365/consent-blocked-risky', at: 'PT1H', repeat: { every: 'PT10M', times: 9 } }],
})
