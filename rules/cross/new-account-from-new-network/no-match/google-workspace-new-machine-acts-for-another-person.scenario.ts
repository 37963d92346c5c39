import { scenario } from '../../../lib/scenario.ts'
import strange from '../match/google-workspace-machine-of-a-newcomer-acts-for-another-person.scenario.ts'

export default scenario({
  ...strange,
  title:
    'An engineer on the usual network attaches a service account to a machine, and the service account acts for another person in its usual network',
  steps: strange.steps.with(2, { sample: 'google-cloud/audit-machine-gets-service-account', at: 'P29DT3H' }),
})
