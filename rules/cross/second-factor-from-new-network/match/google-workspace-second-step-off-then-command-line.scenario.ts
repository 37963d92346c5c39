import { commandLineAuthorizedElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account turns off the second step, authorizes the command line and creates a key from one new address',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M' },
    { sample: 'google-workspace/login-success', at: 'P8D' },
    {
      sample: 'google-workspace/user-accounts-mail-forwarded',
      at: 'P20D',
      replace: {
        email_forwarding_change: '2sv_change',
        email_forwarding_out_of_domain: '2sv_disable',
        '198.51.100.23': '203.0.113.121',
      },
    },
    { ...commandLineAuthorizedElsewhere, at: 'P20DT5M' },
    {
      sample: 'google-cloud/audit-service-account-key-created',
      at: 'P20DT27M',
      personas: { 'ivo.brandt': 'lena.ostrow' },
      replace: { '203.0.113.58': '203.0.113.121' },
    },
  ],
})
