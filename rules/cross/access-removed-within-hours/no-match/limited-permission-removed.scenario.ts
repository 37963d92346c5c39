import { scenario } from '../../../lib/scenario.ts'
import removed from '../match/permission-used-and-removed.scenario.ts'

export default scenario({
  ...removed,
  title: 'An application receives a limited permission, reads mail, and loses the permission within hours',
  steps: removed.steps.slice(0, 3).with(0, { sample: 'm365/app-role-grant-low', at: 'PT0S' }),
})
