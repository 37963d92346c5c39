import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application inserts a message into a mailbox two weeks after its first use',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1M' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P14D',
      replace: { 'gmail.users.messages.list': 'gmail.users.messages.insert' },
    },
  ],
})
