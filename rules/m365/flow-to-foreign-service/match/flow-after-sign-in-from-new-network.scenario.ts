import { scenario } from '../../../lib/scenario.ts'
import flowFromNewNetwork from './flow-from-mail-to-web-address-from-new-network.scenario.ts'

export default scenario({
  ...flowFromNewNetwork,
  title: 'A user signs in from a new network and creates flows there to a web address and to private storage',
  steps: [
    ...flowFromNewNetwork.steps.slice(0, 2),
    { sample: 'm365/sign-in', at: 'P15DT23H', replace: { '198.51.100.23': '192.0.2.172' } },
    ...flowFromNewNetwork.steps.slice(2),
    { sample: 'm365/flow-created', at: 'P16DT2H', replace: { '"UserTypeInitiated": 1': '"ClientIP": "192.0.2.172"' } },
  ],
})
