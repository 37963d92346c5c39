import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that is used every month reads much data',
  start: '2026-03-11T07:00:00Z',
  steps: [
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P21D', times: 4 } },
    { sample: 'm365/mail-items-accessed-bind', at: 'P66DT2H', repeat: { every: 'PT20M', times: 12 } },
  ],
})
