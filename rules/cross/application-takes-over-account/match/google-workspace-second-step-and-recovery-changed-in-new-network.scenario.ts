import { scenario } from '../../../lib/scenario.ts'

const change = (from: string, event: string) => ({
  email_forwarding_change: from,
  email_forwarding_out_of_domain: event,
  '198.51.100.23': '203.0.113.121',
})

export default scenario({
  title: 'An account signs in from a new network, adds a second step and passkey, and changes its recovery data',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    { sample: 'google-workspace/login-success', at: 'P20D', replace: { '198.51.100.71': '203.0.113.121' } },
    ...['2sv_enroll', 'passkey_enrolled', 'passkey_removed', 'recovery_email_edit', 'recovery_phone_edit'].map(
      (event, i) => ({
        sample: 'google-workspace/user-accounts-mail-forwarded',
        at: `P${20 + 2 * i}DT5M`,
        replace: change('2sv_change', event),
      }),
    ),
  ],
})
