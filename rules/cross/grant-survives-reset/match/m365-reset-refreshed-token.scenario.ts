import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A password is reset; the application obtains a new token without the user and continues to read',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P1D', times: 4 } },
    { sample: 'm365/password-reset', at: 'P5D' },
    { sample: 'm365/sign-in', at: 'P5DT3H', replace: { 'OAuth2:Authorize': 'OAuth2:Token' } },
    { sample: 'm365/mail-items-accessed-bind', at: 'P6D' },
  ],
})
