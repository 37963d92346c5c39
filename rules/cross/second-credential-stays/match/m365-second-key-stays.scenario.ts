import { scenario } from '../../../lib/scenario.ts'
import { colleagueSignsIn } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'An application with one key receives a second key, and has both keys two weeks later',
  steps: [
    { sample: 'm365/credential-secret-added', at: 'PT5H' },
    { ...colleagueSignsIn, at: 'P15D' },
  ],
})
