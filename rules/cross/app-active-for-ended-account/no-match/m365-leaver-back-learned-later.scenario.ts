import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account is disabled for an hour, and its application reads mail later; the account records arrive late',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT14M26S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P11DT5H' },
    { sample: 'm365/account-disabled', at: 'P11D', delivered: 'P12DT5H' },
    {
      sample: 'm365/account-disabled',
      at: 'P11DT1H',
      delivered: 'P12DT5H',
      replace: { 'Disable account.': 'Enable account.' },
    },
    {
      sample: 'm365/sign-in',
      at: 'P14D',
      personas: { 'mara.voss': 'ines.carver', 'Invoice Sync Helper': 'Berth Planner' },
    },
  ],
})
