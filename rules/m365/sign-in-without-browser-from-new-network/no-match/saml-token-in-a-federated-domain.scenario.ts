import { scenario } from '../../../lib/scenario.ts'
import firstSamlToken from '../match/first-saml-token-from-a-new-network.scenario.ts'

export default scenario({
  ...firstSamlToken,
  title:
    'In a domain that signs in at its identity provider, an account first needs a SAML token while its owner travels',
  steps: [
    {
      sample: 'entra/signin-command-line',
      at: 'P1D',
      personas: { 'mara.voss': 'ole.brandt' },
      replace: { 'incomingTokenType": "none': 'incomingTokenType": "saml20' },
    },
    ...firstSamlToken.steps,
  ],
})
