import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A “Create application” event of the category for secrets adds a second secret',
  steps: [{ sample: 'm365/application-created-with-secret', at: 'PT0M' }],
})
