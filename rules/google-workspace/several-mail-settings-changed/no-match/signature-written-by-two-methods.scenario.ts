import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A signature product changes the sender of one mailbox with two methods',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT18H',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.sendAs.patch' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P1DT18H',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.sendAs.update' },
    },
  ],
})
