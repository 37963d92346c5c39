import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'An account is disabled by mistake and enabled again, and its application continues to read',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT14M26S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/account-disabled', at: 'P11D' },
    { sample: 'm365/account-disabled', at: 'P11DT1H', replace: { 'Disable account.': 'Enable account.' } },
    { sample: 'm365/mail-items-accessed-bind', at: 'P13D' },
  ],
})
