import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Minutes after a reset and the end of the sessions, a four-day-old application reads with a new token',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/consent-user-mail', at: 'P1DT1H' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P1DT2H' },
    { sample: 'm365/password-reset', at: 'P5D' },
    { sample: 'm365/sessions-revoked', at: 'P5DT1M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P5DT9M' },
  ],
})
