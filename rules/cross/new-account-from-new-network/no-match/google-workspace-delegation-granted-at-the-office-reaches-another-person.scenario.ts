import { scenario } from '../../../lib/scenario.ts'
import delegationGrantedFromElsewhereReachesAnotherPerson from '../match/google-workspace-delegation-granted-from-elsewhere-reaches-another-person.scenario.ts'

export default scenario({
  ...delegationGrantedFromElsewhereReachesAnotherPerson,
  title: 'An administrator delegates at the office, and days later the client reads the mail of another person',
  steps: delegationGrantedFromElsewhereReachesAnotherPerson.steps.with(3, {
    sample: 'google-workspace/admin-delegation-granted',
    at: 'P20DT1H',
    replace: { '198.51.100.12': '198.51.100.71' },
  }),
})
