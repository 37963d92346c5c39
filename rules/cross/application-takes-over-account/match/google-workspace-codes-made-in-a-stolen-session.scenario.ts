import { scenario } from '../../../lib/scenario.ts'

const ofJoost = { 'lena.ostrow': 'joost.hale' }

export default scenario({
  title:
    'With the stolen session of an administrator, which has no sign-in record, an attacker makes backup codes and signs in with them',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    { sample: 'google-workspace/login-success', at: 'PT1H', repeat: { every: 'P1D', times: 20 }, personas: ofJoost },
    {
      sample: 'google-workspace/admin-password-changed',
      at: 'P20DT1H',
      replace: {
        CHANGE_PASSWORD: 'GENERATE_2SV_SCRATCH_CODES',
        '"ipAddress": "198.51.100.12"': '"ipAddress": "192.0.2.33"',
      },
    },
    {
      sample: 'google-workspace/login-success',
      at: 'P20DT2H',
      replace: { '"ipAddress": "198.51.100.71"': '"ipAddress": "192.0.2.34"' },
    },
  ],
})
