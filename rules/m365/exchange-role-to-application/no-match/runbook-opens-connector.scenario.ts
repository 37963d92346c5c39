import { scenario } from '../../../lib/scenario.ts'
import runbookOpensConnectorFromElsewhere from '../match/runbook-opens-connector-from-elsewhere.scenario.ts'

export default scenario({
  ...runbookOpensConnectorFromElsewhere,
  title: 'A known application creates an inbound connector from its usual network',
  steps: runbookOpensConnectorFromElsewhere.steps.with(-1, {
    sample: 'm365/inbound-connector-made-by-application',
    at: 'P15D',
  }),
})
