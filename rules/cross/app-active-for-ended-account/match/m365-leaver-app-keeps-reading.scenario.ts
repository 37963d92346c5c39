import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account is disabled, and an application with its consent continues to read',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT14M26S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P1D', times: 10 } },
    { sample: 'm365/account-disabled', at: 'P11D' },
    // A token that was issued before lives on for an hour.
    { sample: 'm365/mail-items-accessed-bind', at: 'P11DT30M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P13D' },
  ],
})
