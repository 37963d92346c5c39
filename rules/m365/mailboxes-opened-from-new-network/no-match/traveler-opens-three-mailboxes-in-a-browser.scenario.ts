import { scenario } from '../../../lib/scenario.ts'
import delegateOpensThreeMailboxesElsewhere from '../match/delegate-opens-three-mailboxes-elsewhere.scenario.ts'

export default scenario({
  ...delegateOpensThreeMailboxesElsewhere,
  title: 'A traveler opens three shared mailboxes in a browser',
  steps: delegateOpensThreeMailboxesElsewhere.steps.map((step) =>
    step.at === 'P16D'
      ? { ...step, replace: { '203.0.113.77': '192.0.2.172', 'Client=REST;;': 'Client=OWA;Action=ViaProxy' } }
      : step,
  ),
})
