import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account that nobody used interactively signs in with a password and registers a method',
  steps: [
    {
      sample: 'entra/signin-command-line',
      at: ['PT1M', 'P8D'],
      replace: { '"isInteractive": true': '"isInteractive": false' },
    },
    {
      sample: 'entra/signin-command-line',
      at: 'P16D',
      replace: { multiFactorAuthentication: 'singleFactorAuthentication' },
    },
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'P16DT3M',
      personas: { 'tomas.lindqvist': 'mara.voss' },
      replace: { 'Add member to role': 'User registered security info', '198.51.100.31': '198.51.100.23' },
    },
  ],
})
