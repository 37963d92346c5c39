import { scenario } from '../../../lib/scenario.ts'
import connector from './new-application-opens-connector.scenario.ts'

export default scenario({
  ...connector,
  title: 'A previously unused application removes the rule that applies a filter for phishing',
  steps: connector.steps.map((step) => ({ ...step, replace: { 'New-InboundConnector': 'Remove-AntiPhishRule' } })),
})
