import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'After weeks with passwords, an account signs in from a new network with a token of another identity provider',
  steps: [
    { sample: 'entra/signin-command-line', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/signin-command-line',
      at: 'P16D',
      replace: { 'incomingTokenType": "none': 'incomingTokenType": "saml11', '198.51.100.23': '203.0.113.90' },
    },
  ],
})
