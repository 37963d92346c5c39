import { scenario } from '../../../lib/scenario.ts'
import delegateOpensFiveMailboxesElsewhere from '../match/delegate-opens-five-mailboxes-elsewhere.scenario.ts'

export default scenario({
  ...delegateOpensFiveMailboxesElsewhere,
  title: 'A traveler opens five shared mailboxes in a browser',
  steps: delegateOpensFiveMailboxesElsewhere.steps.map((step) =>
    step.at === 'P16D'
      ? { ...step, replace: { '203.0.113.77': '192.0.2.172', 'Client=REST;;': 'Client=OWA;Action=ViaProxy' } }
      : step,
  ),
})
