import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'Azure PowerShell obtains its first token in a network that the account has known for a week, although its owner never signed in there',
  steps: [
    { sample: 'entra/signin-command-line', at: 'PT1M' },
    { sample: 'entra/signin-command-line-elsewhere', at: 'P8D' },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P16D',
      personas: { 'Microsoft Azure CLI': 'Microsoft Azure PowerShell' },
      replace: { '5b0d8f26': '5b0d8f27' },
    },
  ],
})
