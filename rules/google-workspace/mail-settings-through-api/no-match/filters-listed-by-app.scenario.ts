import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application lists the filters of a mailbox',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1M',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.filters.list' },
    },
  ],
})
