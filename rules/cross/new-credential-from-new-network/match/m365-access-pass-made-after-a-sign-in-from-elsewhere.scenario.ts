import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An application signs in from a new network, and makes an access pass for an account: the record has no address',
  steps: [
    { sample: 'entra/signin-app-certificate', at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'entra/audit-password-reset-by-application',
      at: 'P2D',
      repeat: { every: 'P7D', times: 3 },
      replace: { 'Reset user password': 'Admin registered security info' },
    },
    { sample: 'entra/signin-app-certificate', at: 'P20DT1H', replace: { '198.51.100.90': '192.0.2.33' } },
    {
      sample: 'entra/audit-password-reset-by-application',
      at: 'P20DT2H',
      replace: { 'Reset user password': 'Admin registered security info' },
    },
  ],
})
