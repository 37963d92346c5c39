import { scenario } from '../../../lib/scenario.ts'
import opened from '../match/calendars-opened-from-new-network.scenario.ts'

export default scenario({
  ...opened,
  title: 'Two days after a sign-in from a new network, an administrator grants an application access to all calendars',
  steps: opened.steps.map((step, i) => (i === opened.steps.length - 1 ? { ...step, at: 'P18D' } : step)),
})
