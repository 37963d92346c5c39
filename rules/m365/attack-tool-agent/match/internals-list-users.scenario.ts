import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'AADInternals lists the users',
  steps: [
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'PT1M',
      replace: { 'python-requests/2.32.3': 'AADInternals' },
    },
  ],
})
