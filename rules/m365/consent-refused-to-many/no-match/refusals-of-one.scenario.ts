import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One person is blocked from consent nine times',
  start: '2026-03-11T07:00:00Z',
  steps: [{ sample: 'm365/consent-blocked-risky', at: 'PT1H', repeat: { every: 'PT10M', times: 9 } }],
})
