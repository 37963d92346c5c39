import { scenario } from '../../../lib/scenario.ts'
import twinOfADisabledApplication from '../match/twin-of-a-disabled-application.scenario.ts'

export default scenario({
  ...twinOfADisabledApplication,
  title: 'A user consents to an application with the name of one that an administrator disabled five weeks earlier',
  steps: twinOfADisabledApplication.steps.map((step) => (step.at === 'P12D' ? { ...step, at: 'P45D' } : step)),
})
