import { scenario } from '../../../lib/scenario.ts'
import filterThenRead from '../match/filter-then-mail-read.scenario.ts'

export default scenario({
  ...filterThenRead,
  title:
    'A client on a rented server creates a filter, reads from another network at once, and reads from the server two hours later',
  steps: [
    ...filterThenRead.steps.slice(0, 1),
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H10M',
      replace: { 'gmail.users.messages.list': 'gmail.users.messages.get' },
    },
    ...filterThenRead.steps.slice(1).map((step) => ({ ...step, at: 'PT3H' })),
  ],
})
