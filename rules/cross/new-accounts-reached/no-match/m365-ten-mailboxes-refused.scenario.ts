import { scenario } from '../../../lib/scenario.ts'
import tenMailboxesInADay from '../match/m365-ten-mailboxes-in-a-day.scenario.ts'

export default scenario({
  ...tenMailboxesInADay,
  title: 'An application known for twenty days is denied access to ten mailboxes within an hour',
  steps: tenMailboxesInADay.steps.with(-1, {
    sample: 'm365/mail-items-accessed-bind',
    at: 'P20DT3M',
    personas: { 'mara.voss': 10 },
    replace: { '"ResultStatus": "Succeeded"': '"ResultStatus": "Failed"' },
    repeat: { every: 'PT5M', times: 10 },
  }),
})
