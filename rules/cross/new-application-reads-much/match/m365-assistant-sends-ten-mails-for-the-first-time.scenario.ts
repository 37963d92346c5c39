import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An assistant that only read mail for weeks sends ten messages within a minute',
  steps: [
    { sample: 'm365/mail-items-accessed-bind', at: 'PT0S', repeat: { every: 'P5D', times: 8 } },
    { sample: 'm365/mail-sent-by-app', at: 'P38D', repeat: { every: 'PT5S', times: 10 } },
  ],
})
