import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'google-workspace/mail-settings-changed-by-app',
  title: 'An application changes who may read and send as a mailbox',
  start: '2026-04-14T09:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1M',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.delegates.create' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT2M',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.filters.create' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT3M',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.sendAs.create' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT4M',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.updateAutoForwarding' },
    },
  ],
})
