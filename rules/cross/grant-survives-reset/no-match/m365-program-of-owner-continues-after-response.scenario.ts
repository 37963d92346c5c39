import { scenario } from '../../../lib/scenario.ts'

const atDesk = { '203.0.113.77': '198.51.100.23' }

export default scenario({
  title:
    'A user consents to a program, forgets the password, and the program reads on in the network where the user works',
  steps: [
    { sample: 'm365/sign-in', at: ['PT5M', 'P8D'] },
    { sample: 'm365/consent-user-mail', at: 'P20D', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'P20D', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P20DT1H', replace: atDesk },
    { sample: 'm365/password-reset', at: 'P24D' },
    { sample: 'm365/sessions-revoked', at: 'P24DT1M' },
    { sample: 'm365/sign-in', at: 'P24DT20M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P25D', replace: atDesk },
  ],
})
