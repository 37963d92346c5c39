import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'Minutes after a reset, an application to which an intruder granted access from a new network reads with a new token',
  steps: [
    { sample: 'm365/sign-in', at: ['PT5M', 'P10D', 'P20D'] },
    { sample: 'm365/sign-in', at: 'P30D', replace: { '198.51.100.23': '203.0.113.77' } },
    { sample: 'm365/consent-user-mail', at: 'P30DT1H' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P30DT2H' },
    { sample: 'm365/password-reset', at: 'P32D' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P32DT9M' },
  ],
})
