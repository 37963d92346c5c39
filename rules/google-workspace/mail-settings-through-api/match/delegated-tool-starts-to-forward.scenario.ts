import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A delegated tool that only wrote signatures for weeks adds forwarding addresses, and adds more a week later',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT1H' },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT3H',
      personas: { 'invoice-sync': 'mail-sweeper' },
      replace: { 'gmail.users.messages.get': 'gmail.users.settings.sendAs.update' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: ['P20D', 'P28D'],
      personas: { 'invoice-sync': 'mail-sweeper' },
      replace: { 'gmail.users.messages.get': 'gmail.users.settings.forwardingAddresses.create' },
    },
  ],
})
