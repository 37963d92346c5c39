import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A new application receives a secret and a permission to manage all roles; the records arrive in reverse order',
  steps: [
    { sample: 'm365/app-role-grant-critical', at: 'PT30M', delivered: 'PT31M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M', delivered: 'PT40M', redelivered: ['PT44M'] },
    { sample: 'm365/application-added', at: 'PT8M', delivered: 'PT47M' },
  ],
})
