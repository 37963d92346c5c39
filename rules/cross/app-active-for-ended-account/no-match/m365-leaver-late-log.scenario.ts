import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads mail before the account is disabled; the records of the reads arrive a day late',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT14M26S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/account-disabled', at: 'P11D' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P10DT22H', delivered: 'P12D', redelivered: ['P13D'] },
    { sample: 'm365/mail-items-accessed-bind', at: 'P10DT23H', delivered: 'P12DT1H' },
  ],
})
