import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account signs in from a new network, and deletes a second factor in that network',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-command-line-elsewhere', at: 'P16D' },
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'P16DT1H',
      personas: { 'tomas.lindqvist': 'mara.voss' },
      replace: { 'Add member to role': 'User deleted security info', '198.51.100.31': '203.0.113.90' },
    },
  ],
})
