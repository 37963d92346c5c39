import { scenario } from '../../../lib/scenario.ts'
import used from './m365-new-secret-and-new-permission-used.scenario.ts'

const [signIns, secret, permission, use] = used.steps

export default scenario({
  ...used,
  title: 'An application that was registered two months ago receives a second secret and a permission, and uses them',
  steps: [
    { sample: 'm365/application-added', at: 'PT0S' },
    { ...signIns, at: 'P57D' },
    { ...secret, at: 'P60D' },
    { ...permission, at: 'P60DT5M' },
    { ...use, at: 'P60DT7H' },
  ] as typeof used.steps,
})
