import { scenario } from '../../../lib/scenario.ts'
import away from '../no-match/google-workspace-service-of-five-active-after-reset.scenario.ts'

export default scenario({
  ...away,
  title: 'A password is changed fifteen days after four users authorized an application, which continues to make calls',
  steps: away.steps.filter(({ at }) => at !== 'P20DT4M'),
})
