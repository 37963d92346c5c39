import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs in at a hotel, and opens Azure PowerShell for the first time at the hotel',
  steps: [
    { sample: 'entra/signin-command-line', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-command-line', at: 'P16DT1H', replace: { '198.51.100.23': '203.0.113.90' } },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P16DT2H',
      personas: { 'Microsoft Azure CLI': 'Microsoft Azure PowerShell' },
    },
  ],
})
