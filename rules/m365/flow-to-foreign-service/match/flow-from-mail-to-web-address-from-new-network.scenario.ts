import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user creates a flow from private mail to a web address, from a network that the account never used',
  steps: [
    { sample: 'm365/sign-in', at: 'PT1M' },
    { sample: 'm365/sign-in', at: 'P8D' },
    {
      sample: 'm365/flow-created',
      at: 'P16D',
      replace: {
        '"UserTypeInitiated": 1': '"ClientIP": "192.0.2.172"',
        'Office 365 Outlook, HTTP, Dropbox': 'Gmail, HTTP',
      },
    },
  ],
})
