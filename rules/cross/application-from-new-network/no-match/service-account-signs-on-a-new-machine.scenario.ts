import { scenario } from '../../../lib/scenario.ts'
import strange from '../match/service-account-signs-on-a-machine-of-a-newcomer.scenario.ts'

export default scenario({
  ...strange,
  title:
    'An engineer on the usual network attaches a service account to a machine, and the account signs a token from a new address in its cloud',
  steps: strange.steps.with(2, { sample: 'google-cloud/audit-machine-gets-service-account', at: 'P29DT2H' }),
})
