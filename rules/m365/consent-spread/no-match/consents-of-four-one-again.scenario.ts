import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four people consent to one application within a day, one of them twice',
  start: '2026-03-11T07:00:00Z',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1H', repeat: { every: 'PT1H', times: 5 }, personas: { 'mara.voss': 4 } },
  ],
})
