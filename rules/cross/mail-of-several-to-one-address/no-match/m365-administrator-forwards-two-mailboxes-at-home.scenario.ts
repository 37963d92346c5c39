import { scenario } from '../../../lib/scenario.ts'
import forwards from '../match/m365-administrator-forwards-two-mailboxes-from-new-network.scenario.ts'

export default scenario({
  ...forwards,
  title: 'An administrator forwards the mailboxes of two former employees to one address in a usual network',
  steps: forwards.steps.toSpliced(1, 1).map((step, i) => ({
    ...step,
    replace: i === 0 ? { ...step.replace } : { '[2001:db8:51::40]:52718': '198.51.100.23' },
  })),
})
