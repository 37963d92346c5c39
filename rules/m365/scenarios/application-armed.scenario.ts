import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'An application is registered, and receives a secret and a permission to manage all roles within half an hour',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M' },
    { sample: 'm365/app-role-grant-critical', at: 'PT30M' },
  ],
})
