import { scenario } from '../../../lib/scenario.ts'
import blocked from '../match/risky-application-blocked.scenario.ts'

export default scenario({
  ...blocked,
  title: 'After three months, the consent of one user fails for a technical reason',
  steps: blocked.steps.with(-1, { sample: 'm365/consent-failed-technically', at: 'P91D' }),
})
