import { commandLineAuthorizedElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account signs in from a new network, authorizes the Google Cloud command line and creates a key',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    { sample: 'google-workspace/login-success', at: 'P20D', replace: { '198.51.100.71': '203.0.113.121' } },
    { ...commandLineAuthorizedElsewhere, at: 'P20DT5M' },
    {
      sample: 'google-cloud/audit-service-account-key-created',
      at: 'P20DT1H',
      personas: { 'ivo.brandt': 'lena.ostrow' },
      replace: { '203.0.113.58': '203.0.113.121' },
    },
  ],
})
