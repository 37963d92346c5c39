import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application removes a permission from itself',
  steps: [
    {
      sample: 'm365/app-role-grant-by-itself',
      at: 'PT1M',
      replace: {
        'Add app role assignment to service principal.': 'Remove app role assignment from service principal.',
      },
    },
  ],
})
