import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A delegated tool writes the signature of a user',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT1H' },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT3H',
      personas: { 'invoice-sync': 'mail-sweeper' },
      replace: { 'gmail.users.messages.get': 'gmail.users.settings.sendAs.patch' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT4H',
      personas: { 'invoice-sync': 'mail-sweeper' },
      replace: { 'gmail.users.messages.get': 'gmail.users.settings.sendAs.update' },
    },
  ],
})
