import { scenario } from '../../../lib/scenario.ts'
import { colleagueSignsIn } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'An account is disabled and its application continues to read; the record of the change arrives two days late',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT14M26S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/account-disabled', at: 'P11D', delivered: 'P13D', redelivered: ['P14D'] },
    { sample: 'm365/mail-items-accessed-bind', at: 'P11DT5H', redelivered: ['P13DT2H'] },
    { sample: 'm365/mail-items-accessed-bind', at: 'P12D' },
    { ...colleagueSignsIn, at: 'P14D' },
  ],
})
