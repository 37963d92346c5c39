import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A refresh token yields the first Azure PowerShell token of an account in a network without its owner',
  steps: [
    { sample: 'entra/signin-command-line', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P16D',
      personas: { 'Microsoft Azure CLI': 'Microsoft Azure PowerShell' },
    },
  ],
})
