import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An account adds a second step five hours after its first sign-in from a network, and a recovery address before',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    { sample: 'google-workspace/login-success', at: 'P20D', replace: { '198.51.100.71': '203.0.113.121' } },
    {
      sample: 'google-workspace/user-accounts-mail-forwarded',
      at: 'P20DT1H',
      replace: {
        email_forwarding_change: 'recovery_info_change',
        email_forwarding_out_of_domain: 'recovery_email_edit',
        '198.51.100.23': '203.0.113.121',
      },
    },
    {
      sample: 'google-workspace/user-accounts-mail-forwarded',
      at: 'P20DT5H',
      replace: {
        email_forwarding_change: '2sv_change',
        email_forwarding_out_of_domain: '2sv_enroll',
        '198.51.100.23': '203.0.113.121',
      },
    },
  ],
})
