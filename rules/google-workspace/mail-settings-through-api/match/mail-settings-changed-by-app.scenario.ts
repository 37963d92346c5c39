import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application changes the delegates, filters, send-as addresses and forwarding of a mailbox',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1M',
      repeat: {
        every: 'PT1M',
        times: 4,
        replace: {
          'gmail.users.messages.list': [
            'gmail.users.settings.delegates.create',
            'gmail.users.settings.filters.create',
            'gmail.users.settings.sendAs.create',
            'gmail.users.settings.updateAutoForwarding',
          ],
        },
      },
    },
  ],
})
