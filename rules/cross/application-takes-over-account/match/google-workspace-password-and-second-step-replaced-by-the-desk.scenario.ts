import { userSignsInElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'The help desk resets a password and turns off the second step, and the account signs in from a new network minutes later',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'google-workspace/login-success',
      at: 'PT1H',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'lena.ostrow': 'joost.hale' },
    },
    { sample: 'google-workspace/admin-password-changed', at: 'P20DT1H' },
    {
      sample: 'google-workspace/admin-password-changed',
      at: 'P20DT1H1M',
      replace: { CHANGE_PASSWORD: 'TURN_OFF_2_STEP_VERIFICATION' },
    },
    { ...userSignsInElsewhere, at: 'P20DT1H5M' },
  ],
})
