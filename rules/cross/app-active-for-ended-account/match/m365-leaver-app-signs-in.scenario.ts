import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account is disabled, and an application still receives a token for the account',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H' },
    { sample: 'm365/account-disabled', at: 'P11D' },
    { sample: 'entra/signin-user-app', at: 'P13D' },
  ],
})
