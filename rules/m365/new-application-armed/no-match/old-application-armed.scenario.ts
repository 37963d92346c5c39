import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An existing application receives an owner, a secret and a permission, which other rules cover',
  steps: [
    { sample: 'm365/owner-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M' },
    { sample: 'm365/app-role-grant-critical', at: 'PT30M' },
  ],
})
