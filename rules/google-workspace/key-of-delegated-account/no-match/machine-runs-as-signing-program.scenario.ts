import { scenario } from '../../../lib/scenario.ts'
import attached from '../match/machine-runs-as-signing-program-from-new-network.scenario.ts'

export default scenario({
  ...attached,
  title: 'An engineer on the usual network attaches a service account that signs token requests to a machine',
  steps: attached.steps.with(-1, { sample: 'google-cloud/audit-machine-gets-service-account', at: 'P30D' }),
})
