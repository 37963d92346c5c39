import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A password grant of Azure PowerShell succeeds from a new network without a second factor',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-password-grant', at: 'P16D' },
  ],
})
