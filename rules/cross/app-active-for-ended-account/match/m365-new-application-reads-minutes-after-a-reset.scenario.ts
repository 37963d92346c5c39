import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The help desk resets a password, and an application that the user connected days before reads on at once',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/password-reset', at: 'P5D' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P5DT6M' },
  ],
})
