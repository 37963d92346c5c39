import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A password is reset, the owner signs in with the new password, and the application continues to read',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P1D', times: 4 } },
    { sample: 'm365/password-reset', at: 'P5D' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P5DT20M' },
    { sample: 'm365/sign-in', at: 'P5DT1H30M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P6D' },
  ],
})
