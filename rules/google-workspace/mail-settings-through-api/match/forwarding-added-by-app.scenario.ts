import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application adds a forwarding address to a mailbox',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1M',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.forwardingAddresses.create' },
    },
  ],
})
