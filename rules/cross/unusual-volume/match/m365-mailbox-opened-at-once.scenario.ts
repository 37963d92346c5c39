import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that opens one or two messages a day opens dozens of messages of the same person in an hour',
  steps: [
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P1D', times: 50 } },
    { sample: 'm365/mail-items-accessed-bind', at: 'P50DT16H', repeat: { every: 'PT1M', times: 50 } },
    { sample: 'm365/sign-in', at: 'P52D' },
  ],
})
