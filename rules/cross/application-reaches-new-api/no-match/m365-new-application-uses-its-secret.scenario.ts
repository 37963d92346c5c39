import { scenario } from '../../../lib/scenario.ts'
import used from '../match/m365-new-secret-and-new-permission-used.scenario.ts'

export default scenario({
  ...used,
  title: 'A registered application receives a second secret and a permission, and uses them hours later',
  steps: [{ sample: 'm365/application-added', at: 'PT0S' }, ...used.steps.slice(1)],
})
