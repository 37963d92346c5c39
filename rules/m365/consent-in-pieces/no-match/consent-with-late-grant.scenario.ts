import { scenario } from '../../../lib/scenario.ts'
import { colleagueSignsIn } from '../../scenarios/steps.ts'

export default scenario({
  title: 'The records of one consent arrive in reverse order, the last record five hours late',
  steps: [
    { sample: 'm365/delegated-grant-added', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', delivered: 'PT5H', redelivered: ['PT7H'], bundle: 'consent' },
    { ...colleagueSignsIn, at: 'P1D' },
  ],
})
