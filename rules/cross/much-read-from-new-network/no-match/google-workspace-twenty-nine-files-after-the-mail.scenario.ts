import { scenario } from '../../../lib/scenario.ts'
import filesTakenHoursAfterTheMail from '../match/google-workspace-files-taken-hours-after-the-mail.scenario.ts'

export default scenario({
  ...filesTakenHoursAfterTheMail,
  title: 'A vendor reads mail in a new network, and reads twenty-nine files two hours later',
  steps: filesTakenHoursAfterTheMail.steps.map((step) =>
    step.at === 'P20DT3H' ? { ...step, repeat: { every: 'PT1M', times: 29 } } : step,
  ),
})
