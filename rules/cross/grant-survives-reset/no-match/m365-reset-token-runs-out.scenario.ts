import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A password is reset; the application reads until its last token expires',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P1D', times: 4 } },
    { sample: 'm365/password-reset', at: 'P5D' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P5DT50M' },
  ],
})
