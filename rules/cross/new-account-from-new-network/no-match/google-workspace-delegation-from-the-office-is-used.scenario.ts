import { scenario } from '../../../lib/scenario.ts'
import stolen from '../match/google-workspace-delegation-of-a-stolen-session-is-used.scenario.ts'

export default scenario({
  ...stolen,
  title: 'An administrator delegates at the office, and the client reads mail',
  steps: stolen.steps.with(2, {
    sample: 'google-workspace/admin-delegation-granted',
    at: 'P20DT1H',
    replace: { '198.51.100.12': '198.51.100.71' },
  }),
})
