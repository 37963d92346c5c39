import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application receives a secret and a permission to manage all roles over two hours',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT58M' },
    { sample: 'm365/app-role-grant-critical', at: 'PT2H' },
  ],
})
