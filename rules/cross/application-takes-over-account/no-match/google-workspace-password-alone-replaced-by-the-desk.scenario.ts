import { userSignsInElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'
import passwordAndSecondStepReplacedByTheDesk from '../match/google-workspace-password-and-second-step-replaced-by-the-desk.scenario.ts'

export default scenario({
  ...passwordAndSecondStepReplacedByTheDesk,
  title:
    'The help desk resets a password twice; the account signs in elsewhere, and hours after the second step was turned off, from a third network',
  steps: [
    ...passwordAndSecondStepReplacedByTheDesk.steps.slice(0, 3),
    { sample: 'google-workspace/admin-password-changed', at: 'P20DT1H2M' },
    { ...userSignsInElsewhere, at: 'P20DT1H5M' },
    {
      sample: 'google-workspace/admin-password-changed',
      at: 'P20DT1H10M',
      replace: { CHANGE_PASSWORD: 'TURN_OFF_2_STEP_VERIFICATION' },
    },
    {
      sample: 'google-workspace/login-success',
      at: 'P20DT4H',
      replace: { '"ipAddress": "198.51.100.71"': '"ipAddress": "203.0.113.121"' },
    },
  ],
})
