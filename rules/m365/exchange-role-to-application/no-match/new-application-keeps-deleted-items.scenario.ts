import { scenario } from '../../../lib/scenario.ts'
import runbookOpensConnectorFromElsewhere from '../match/runbook-opens-connector-from-elsewhere.scenario.ts'

export default scenario({
  ...runbookOpensConnectorFromElsewhere,
  title: 'A previously unused application changes a mailbox, but forwards nothing',
  steps: runbookOpensConnectorFromElsewhere.steps.slice(0, -1),
})
