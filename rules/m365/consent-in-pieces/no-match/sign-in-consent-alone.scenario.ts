import { scenario } from '../../../lib/scenario.ts'
import { colleagueSignsIn } from '../../scenarios/steps.ts'

export default scenario({
  title: 'A user consents to sign-in only, and the record of the grant is missing',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1M', bundle: 'consent', personas: { 'mara.voss': 'petr.novak' } },
    { sample: 'm365/delegated-grant-added', at: 'PT1M', bundle: 'consent', personas: { 'mara.voss': 'petr.novak' } },
    { sample: 'm365/consent-user-sign-in-only', at: 'PT1H' },
    { ...colleagueSignsIn, at: 'P1D' },
  ],
})
