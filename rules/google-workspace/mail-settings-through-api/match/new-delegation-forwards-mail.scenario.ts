import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new delegated client adds a forwarding address',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT1H' },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT3H',
      personas: { 'invoice-sync': 'mail-sweeper' },
      replace: { 'gmail.users.messages.get': 'gmail.users.settings.forwardingAddresses.create' },
    },
  ],
})
