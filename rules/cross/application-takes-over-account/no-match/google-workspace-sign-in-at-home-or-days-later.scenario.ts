import { userSignsInElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'
import elsewhere from '../match/google-workspace-sign-in-with-codes-of-an-application.scenario.ts'

export default scenario({
  ...elsewhere,
  title:
    'After an application made backup codes, an account signs in from its network, and two days later from another; a colleague signs in elsewhere',
  steps: [
    ...elsewhere.steps.slice(0, -1),
    { sample: 'google-workspace/login-success', at: 'P21DT3H' },
    {
      sample: 'google-workspace/login-success',
      at: 'P21DT4H',
      personas: { 'lena.ostrow': 'priya.nand' },
      replace: { '"ipAddress": "198.51.100.71"': '"ipAddress": "192.0.2.33"' },
    },
    { ...userSignsInElsewhere, at: 'P23DT3H' },
  ],
})
