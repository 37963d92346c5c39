import { scenario } from '../../../lib/scenario.ts'
import cloudKeysForThreeServiceAccounts from '../match/google-cloud-keys-for-three-service-accounts.scenario.ts'

export default scenario({
  ...cloudKeysForThreeServiceAccounts,
  title: 'An engineer creates keys for two service accounts',
  steps: cloudKeysForThreeServiceAccounts.steps.slice(0, -1),
})
