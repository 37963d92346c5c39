import { commandLineAuthorizedElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account authorizes a third-party program and the command line in a new network, and fails to create a key',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20D',
      replace: { '198.51.100.71': '203.0.113.121', '64496': '64511' },
    },
    { ...commandLineAuthorizedElsewhere, at: 'P20DT5M' },
    {
      sample: 'google-cloud/audit-service-account-key-refused',
      at: 'P20DT27M',
      personas: { 'selin.okoye': 'lena.ostrow' },
      replace: { '203.0.113.58': '203.0.113.121' },
    },
  ],
})
