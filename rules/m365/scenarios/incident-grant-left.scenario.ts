import { scenario } from '../../lib/scenario.ts'
import { colleagueSignsIn } from './steps.ts'

export default scenario({
  title: 'An account is disabled hours after a consent; the grant remains, and the records arrive in reverse order',
  steps: [
    { sample: 'm365/account-disabled', at: 'P1D', redelivered: ['P1DT12H'] },
    { sample: 'm365/delegated-grant-added', at: 'PT14M27S', delivered: 'P1DT2H', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', delivered: 'P1DT3H', bundle: 'consent' },
    { sample: 'm365/service-principal-added', at: 'PT14M26S', delivered: 'P1DT4H', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', delivered: 'P1DT5H' },
    { ...colleagueSignsIn, at: 'P5D' },
  ],
})
