import { scenario } from '../../../lib/scenario.ts'
import filterThenRead from '../match/filter-then-mail-read.scenario.ts'

export default scenario({
  ...filterThenRead,
  title: 'A client that has been in use for twenty days creates a filter on a rented server, and reads a message',
  steps: [
    ...filterThenRead.steps.slice(1),
    ...filterThenRead.steps.map((step, index) => ({ ...step, at: index === 0 ? 'P20DT1H' : 'P20DT1H10M' }) as const),
  ],
})
