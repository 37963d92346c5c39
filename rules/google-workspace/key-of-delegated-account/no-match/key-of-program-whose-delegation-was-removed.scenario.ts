import { scenario } from '../../../lib/scenario.ts'
import keyOfProgramWithDelegationOfLastSpring from '../match/key-of-program-with-delegation-of-last-spring.scenario.ts'

export default scenario({
  ...keyOfProgramWithDelegationOfLastSpring,
  title: 'A key is created for a service account whose delegation was removed',
  steps: keyOfProgramWithDelegationOfLastSpring.steps.toSpliced(1, 0, {
    sample: 'google-workspace/admin-delegation-removed',
    at: 'P20D',
    replace: { '112044879936650172483': '104567890123456789012' },
  }),
})
