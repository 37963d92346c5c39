import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person obtains tokens of a service account at the office, and from a new network',
  steps: [
    { sample: 'google-cloud/audit-token-generated', at: 'P0D', replace: { '203.0.113.58': '198.51.100.30' } },
    { sample: 'google-cloud/audit-token-generated', at: 'P20D' },
  ],
})
