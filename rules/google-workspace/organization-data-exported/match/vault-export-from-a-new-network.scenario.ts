import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator downloads a Vault export in the office, and weeks later one from a new network',
  steps: [
    { sample: 'google-workspace/vault-export-downloaded', at: 'P0D' },
    {
      sample: 'google-workspace/vault-export-downloaded',
      at: 'P20D',
      replace: { '198.51.100.23': '203.0.113.121' },
    },
  ],
})
