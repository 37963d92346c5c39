import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application is deleted before a permission is granted',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M' },
    { sample: 'm365/application-deleted', at: 'PT20M' },
    { sample: 'm365/app-role-grant-critical', at: 'PT30M' },
  ],
})
