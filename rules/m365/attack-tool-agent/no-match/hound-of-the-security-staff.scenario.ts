import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Security staff list the users with AADInternals in their usual network',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D' },
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'P16D',
      replace: { 'python-requests/2.32.3': 'AADInternals', '203.0.113.90': '198.51.100.23' },
    },
  ],
})
