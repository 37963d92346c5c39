import { scenario } from '../../../lib/scenario.ts'
import opened from '../match/mailbox-opened-without-a-client-id.scenario.ts'

export default scenario({
  ...opened,
  title: 'An administrator opens a mailbox from the usual network, and the record does not name the client',
  steps: opened.steps.map((step) =>
    step.at === 'P16DT1H' ? { ...step, replace: { '[2001:db8:51::40]:52720': '198.51.100.23' } } : step,
  ),
})
