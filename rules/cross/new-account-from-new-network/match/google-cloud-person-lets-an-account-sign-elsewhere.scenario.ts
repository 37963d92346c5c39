import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person lets a service account sign tokens at the office, and from a new network',
  steps: [
    {
      sample: 'google-cloud/audit-token-generated',
      at: 'P0D',
      replace: { GenerateAccessToken: 'SignJwt', '203.0.113.58': '198.51.100.30' },
    },
    { sample: 'google-cloud/audit-token-generated', at: 'P20D', replace: { GenerateAccessToken: 'SignJwt' } },
  ],
})
