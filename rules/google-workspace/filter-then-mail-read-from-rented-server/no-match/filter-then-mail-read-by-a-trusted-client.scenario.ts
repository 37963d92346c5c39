import { scenario } from '../../../lib/scenario.ts'
import filterThenRead from '../match/filter-then-mail-read.scenario.ts'

export default scenario({
  ...filterThenRead,
  title: 'An administrator trusts a client, which then creates a filter on a rented server and reads a message',
  steps: [{ sample: 'google-workspace/admin-app-trusted', at: 'PT10M' }, ...filterThenRead.steps],
})
