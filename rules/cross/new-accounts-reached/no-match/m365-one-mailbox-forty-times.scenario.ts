import { scenario } from '../../../lib/scenario.ts'
import tenMailboxesInADay from '../match/m365-ten-mailboxes-in-a-day.scenario.ts'

export default scenario({
  ...tenMailboxesInADay,
  title: 'An application known for twenty days reads one mailbox forty times within an hour',
  steps: tenMailboxesInADay.steps.with(-1, {
    sample: 'm365/mail-items-accessed-bind',
    at: 'P20DT1M',
    repeat: { every: 'PT1M', times: 40 },
  }),
})
