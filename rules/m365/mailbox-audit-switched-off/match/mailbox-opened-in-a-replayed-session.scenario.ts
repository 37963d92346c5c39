import { scenario } from '../../../lib/scenario.ts'
import opened from './mailbox-opened-from-a-new-network.scenario.ts'

export default scenario({
  ...opened,
  title: 'A mailbox is opened with the session of an administrator, in a network without a sign-in',
  steps: opened.steps.toSpliced(1, 1),
})
