import { scenario } from '../../../lib/scenario.ts'
import fresh from './google-workspace-fresh-authorizations-used-by-five.scenario.ts'

export default scenario({
  ...fresh,
  title:
    'Five users authorize an application again after two weeks, and the application acts for them for the first time',
  steps: [
    ...fresh.steps
      .filter(({ at }) => /^P20DT[0-4]M$/.test(String(at)))
      .map((step) => ({ ...step, at: String(step.at).replace('P20D', 'P6D') })),
    ...fresh.steps,
  ],
})
