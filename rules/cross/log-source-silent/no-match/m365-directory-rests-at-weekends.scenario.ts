import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Nobody signs in on weekends, and the records of a Monday arrive hours late',
  steps: [
    { sample: 'm365/sign-in', at: ['PT0S', 'P7D', 'P14D'], repeat: { every: 'P1D', times: 5 } },
    { sample: 'm365/sign-in', at: 'P21D', delivered: 'P21DT5H', repeat: { every: 'P1D', times: 5 } },
  ],
})
