import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application inserts a message into a mailbox two weeks after its first use',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1M' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P14D',
      replace: { 'gmail.users.messages.list': 'gmail.users.messages.insert' },
    },
  ],
})
