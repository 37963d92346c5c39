import { scenario } from '../../../lib/scenario.ts'
import { colleagueSignsIn } from '../../scenarios/steps.ts'

export default scenario({
  title: 'A grant for mail is created through the API, without a consent',
  steps: [
    { sample: 'm365/delegated-grant-added', at: 'PT1H' },
    { ...colleagueSignsIn, at: 'P1D' },
  ],
})
