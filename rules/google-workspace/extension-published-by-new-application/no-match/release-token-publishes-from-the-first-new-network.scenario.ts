import { scenario } from '../../../lib/scenario.ts'
import secondNewNetwork from '../match/release-token-publishes-from-a-second-new-network.scenario.ts'

export default scenario({
  ...secondNewNetwork,
  title: 'A release pipeline moves: it is used in a new network, and uploads a package there at once',
  steps: secondNewNetwork.steps.map((step, i) =>
    i === 2 ? { ...step, at: 'P34DT3H', replace: { ...step.replace, '203.0.113.140': '198.18.7.33' } } : step,
  ),
})
