import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new delegated tool adds a mailbox delegate, and adds a second delegate weeks later',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT1H' },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: ['PT3H', 'P20D'],
      personas: { 'invoice-sync': 'mail-sweeper' },
      replace: { 'gmail.users.messages.get': 'gmail.users.settings.delegates.create' },
    },
  ],
})
