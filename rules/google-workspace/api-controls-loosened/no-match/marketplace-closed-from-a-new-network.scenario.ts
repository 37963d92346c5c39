import { scenario } from '../../../lib/scenario.ts'
import marketplaceOpenedFromANewNetwork from '../match/marketplace-opened-from-a-new-network.scenario.ts'

export default scenario({
  ...marketplaceOpenedFromANewNetwork,
  title: 'An administrator signs in from a new network and closes the Marketplace for all users',
  steps: marketplaceOpenedFromANewNetwork.steps.with(-1, {
    sample: 'google-workspace/admin-marketplace-closed',
    at: 'P20DT10M',
    replace: { '198.51.100.12': '203.0.113.121' },
  }),
})
