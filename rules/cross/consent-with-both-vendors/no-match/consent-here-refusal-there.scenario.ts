import { scenario } from '../../../lib/scenario.ts'
import consentHereToolOfMicrosoftThere from './consent-here-tool-of-microsoft-there.scenario.ts'

export default scenario({
  ...consentHereToolOfMicrosoftThere,
  title: 'A consent in Microsoft 365 fails, and the same person authorizes an application in Google',
  steps: consentHereToolOfMicrosoftThere.steps.with(0, {
    sample: 'm365/consent-user-mail',
    at: 'PT1H',
    replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
  }),
})
