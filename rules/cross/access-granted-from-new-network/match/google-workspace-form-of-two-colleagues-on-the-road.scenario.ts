import { scenario } from '../../../lib/scenario.ts'
import three from '../no-match/google-workspace-form-of-three-colleagues-on-the-road.scenario.ts'

export default scenario({
  ...three,
  title: 'A user authorizes an application that two colleagues connected two weeks ago and use, from a new network',
  steps: three.steps.filter(({ at }) => at !== 'P11D'),
})
