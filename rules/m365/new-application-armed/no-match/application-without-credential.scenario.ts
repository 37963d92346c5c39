import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application receives an owner and a permission, but no credential',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/owner-added', at: 'PT15M' },
    { sample: 'm365/app-role-grant-critical', at: 'PT30M' },
  ],
})
