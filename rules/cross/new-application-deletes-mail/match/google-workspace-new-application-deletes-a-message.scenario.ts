import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application deletes a message an hour after its consent, weeks after the log began',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1M', personas: { 'Inbox Pilot': 'Berth Planner' } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P40D',
      replace: { 'gmail.users.messages.list': 'gmail.users.messages.delete' },
    },
  ],
})
