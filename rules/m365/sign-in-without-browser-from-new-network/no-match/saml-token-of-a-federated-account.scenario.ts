import { scenario } from '../../../lib/scenario.ts'
import firstSamlToken from '../match/first-saml-token-from-a-new-network.scenario.ts'

export default scenario({
  ...firstSamlToken,
  title:
    'An account moves to another identity provider at the office, and its owner signs in while traveling two days later',
  steps: firstSamlToken.steps.toSpliced(1, 0, {
    sample: 'entra/signin-command-line',
    at: 'P14D',
    replace: { 'incomingTokenType": "none': 'incomingTokenType": "saml20' },
  }),
})
