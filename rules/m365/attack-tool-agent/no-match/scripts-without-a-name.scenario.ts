import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A script lists users with the client ID of the command line, and AADInternals is refused',
  steps: [
    { sample: 'entra/graph-command-line-lists-users', at: 'PT1M' },
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'PT2M',
      replace: { 'python-requests/2.32.3': 'AADInternals', '"responseStatusCode": 200': '"responseStatusCode": 403' },
    },
  ],
})
