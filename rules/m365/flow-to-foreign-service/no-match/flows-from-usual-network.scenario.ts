import { scenario } from '../../../lib/scenario.ts'
import flowFromNewNetwork from '../match/flow-from-mail-to-web-address-from-new-network.scenario.ts'

export default scenario({
  ...flowFromNewNetwork,
  title: 'A user creates flows to a web address and to private storage from the usual network',
  steps: [
    ...flowFromNewNetwork.steps.slice(0, 2),
    {
      sample: 'm365/flow-created',
      at: 'P16D',
      replace: {
        '"UserTypeInitiated": 1': '"ClientIP": "198.51.100.23"',
        'Office 365 Outlook, HTTP, Dropbox': 'Gmail, HTTP',
      },
    },
    { sample: 'm365/flow-created', at: 'P17D', replace: { '"UserTypeInitiated": 1': '"ClientIP": "198.51.100.23"' } },
  ],
})
