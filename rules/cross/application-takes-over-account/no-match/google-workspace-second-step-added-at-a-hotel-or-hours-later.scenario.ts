import { scenario } from '../../../lib/scenario.ts'

const enrolled = { email_forwarding_change: '2sv_change', email_forwarding_out_of_domain: '2sv_enroll' }
const rented = (address: string) => ({
  [`"ipAddress": "${address}"`]: '"networkInfo": { "ipAsn": [14061] }, "ipAddress": "192.0.2.121"',
})

export default scenario({
  title:
    'An account adds a second step five hours after its first sign-in from a network, and a recovery address before',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    { sample: 'google-workspace/login-success', at: 'P20D', replace: { '198.51.100.71': '203.0.113.121' } },
    {
      sample: 'google-workspace/user-accounts-mail-forwarded',
      at: 'P20DT1H',
      replace: { ...enrolled, '198.51.100.23': '203.0.113.121' },
    },
    { sample: 'google-workspace/login-success', at: 'P40D', replace: rented('198.51.100.71') },
    {
      sample: 'google-workspace/user-accounts-mail-forwarded',
      at: 'P40DT5H',
      replace: { ...enrolled, ...rented('198.51.100.23') },
    },
  ],
})
