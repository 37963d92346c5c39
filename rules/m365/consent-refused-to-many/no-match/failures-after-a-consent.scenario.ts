import { scenario } from '../../../lib/scenario.ts'
import failuresBeforeAnyConsent from '../match/failures-before-any-consent.scenario.ts'

export default scenario({
  ...failuresBeforeAnyConsent,
  title: 'The sign-ins of five people fail before they consent to an application that another user consented to',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1M',
      replace: {
        'mara.voss': 'jon.keller',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '5ac17eb3-a629-416e-9f53-48e72bfc3a69',
      },
    },
    ...failuresBeforeAnyConsent.steps,
  ],
})
