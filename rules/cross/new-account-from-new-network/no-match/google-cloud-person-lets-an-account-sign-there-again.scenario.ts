import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person obtains a token of a service account in a new network, and lets the account sign there the next day',
  steps: [
    { sample: 'google-cloud/audit-token-generated', at: 'P0D', replace: { '203.0.113.58': '198.51.100.30' } },
    { sample: 'google-cloud/audit-token-generated', at: 'P20D' },
    { sample: 'google-cloud/audit-token-generated', at: 'P21DT2H', replace: { GenerateAccessToken: 'SignJwt' } },
  ],
})
