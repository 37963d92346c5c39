import { scenario } from '../../../lib/scenario.ts'
import rollout from '../no-match/google-workspace-rolled-out-program-without-records-of-grants.scenario.ts'

export default scenario({
  ...rollout,
  title:
    'Three people authorize an application known for forty days with few users, and a day later it acts for five others whose grants the log does not contain',
  steps: rollout.steps.slice(1),
})
