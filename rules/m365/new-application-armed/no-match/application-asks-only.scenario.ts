import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application receives a secret and requests a permission that no administrator grants',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M' },
    { sample: 'm365/application-permission-requested', at: 'PT30M' },
  ],
})
