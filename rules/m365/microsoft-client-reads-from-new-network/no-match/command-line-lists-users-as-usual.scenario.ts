import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The command line lists users from a network that is a week old, and is refused from a new network',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-command-line-elsewhere', at: 'P16D' },
    { sample: 'entra/graph-command-line-lists-users', at: 'P23D' },
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'P23DT1H',
      replace: { '203.0.113.90': '203.0.117.9', '"responseStatusCode": 200': '"responseStatusCode": 403' },
    },
  ],
})
