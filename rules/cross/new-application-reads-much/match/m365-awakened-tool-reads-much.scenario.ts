import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that was unused for two months reads much data the day after its return',
  start: '2026-03-11T07:00:00Z',
  steps: [
    { sample: 'm365/mail-items-accessed-bind', at: ['PT1H', 'P65D'] },
    { sample: 'm365/mail-items-accessed-bind', at: 'P66DT2H', repeat: { every: 'PT20M', times: 12 } },
  ],
})
