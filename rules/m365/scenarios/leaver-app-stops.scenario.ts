import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'An account is disabled, and its application reads until its last token expires',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT14M26S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P1D', times: 10 } },
    { sample: 'm365/account-disabled', at: 'P11D' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P11DT20M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P11DT55M', delivered: 'P11DT9H' },
  ],
})
