import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A password grant of Azure PowerShell succeeds from a new network without a second factor',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-password-grant', at: 'P16D' },
  ],
})
