import { scenario } from '../../../lib/scenario.ts'
import forwards from '../match/delegated-tool-starts-to-forward.scenario.ts'

export default scenario({
  ...forwards,
  title: 'A delegated tool that only wrote signatures for weeks adds a filter, and removes a delegate',
  steps: [
    ...forwards.steps.slice(0, 2),
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'P20D',
      personas: { 'invoice-sync': 'mail-sweeper' },
      replace: { 'gmail.users.messages.get': 'gmail.users.settings.filters.create' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'P21D',
      personas: { 'invoice-sync': 'mail-sweeper' },
      replace: { 'gmail.users.messages.get': 'gmail.users.settings.delegates.delete' },
    },
  ],
})
