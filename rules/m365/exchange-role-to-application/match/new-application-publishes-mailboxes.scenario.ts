import { scenario } from '../../../lib/scenario.ts'
import connector from './new-application-opens-connector.scenario.ts'

export default scenario({
  ...connector,
  title: 'A previously unused application creates a relationship to another organization',
  steps: connector.steps.map((step) => ({
    ...step,
    replace: { 'New-InboundConnector': 'New-OrganizationRelationship' },
  })),
})
