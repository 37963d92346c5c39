import { scenario } from '../../../lib/scenario.ts'
import connector from './new-application-opens-connector.scenario.ts'

export default scenario({
  title: 'A previously unused application removes the rule that applies a filter for phishing',
  start: connector.start,
  steps: connector.steps.map((step) => ({ ...step, replace: { 'New-InboundConnector': 'Remove-AntiPhishRule' } })),
})
