import { scenario } from '../../../lib/scenario.ts'
import delegateOpensFiveMailboxesElsewhere from '../match/delegate-opens-five-mailboxes-elsewhere.scenario.ts'

export default scenario({
  ...delegateOpensFiveMailboxesElsewhere,
  title: 'An account opens five shared mailboxes from its usual network',
  steps: delegateOpensFiveMailboxesElsewhere.steps.map((step) =>
    step.at === 'P16D' ? { ...step, replace: { '203.0.113.77': '198.51.100.23' } } : step,
  ),
})
