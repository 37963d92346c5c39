import { scenario } from '../../../lib/scenario.ts'
import clientIdRenamed from '../match/google-workspace-client-id-renamed.scenario.ts'

export default scenario({
  ...clientIdRenamed,
  title: 'The token log contains two records without the field of the client ID on a Sunday',
  steps: clientIdRenamed.steps.map((step) =>
    step.at === 'P7DT30M' ? { ...step, repeat: { every: 'PT9H', times: 2 } } : step,
  ),
})
