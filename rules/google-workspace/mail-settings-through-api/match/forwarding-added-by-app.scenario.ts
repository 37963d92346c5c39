import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application adds a forwarding address to a mailbox',
  start: '2026-04-14T09:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1M',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.forwardingAddresses.create' },
    },
  ],
})
