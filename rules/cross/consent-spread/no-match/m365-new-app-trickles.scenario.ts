import { scenario } from '../../../lib/scenario.ts'
import newAppSpreads from '../match/m365-new-app-spreads.scenario.ts'

export default scenario({
  ...newAppSpreads,
  title: 'Six people consent to an application, one each week',
  steps: newAppSpreads.steps.map((step) =>
    step.at === 'P20DT0H0M' ? { ...step, at: 'P20D', repeat: { every: 'P7D', times: 6 } } : step,
  ),
})
