import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account known for eight days uses Azure PowerShell for the first time in a new network',
  steps: [
    { sample: 'entra/signin-command-line', at: 'PT1M' },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P8D',
      personas: { 'Microsoft Azure CLI': 'Microsoft Azure PowerShell' },
    },
  ],
})
