import { scenario } from '../../../lib/scenario.ts'
import failuresBeforeAnyConsent from '../match/failures-before-any-consent.scenario.ts'

export default scenario({
  ...failuresBeforeAnyConsent,
  title: 'The sign-ins of five people fail before they consent to an application that another user consented to',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1M', personas: { 'mara.voss': 'jon.keller' } },
    ...failuresBeforeAnyConsent.steps,
  ],
})
