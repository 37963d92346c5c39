import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads a message on its first day, and deletes a message on its third day',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1M', personas: { 'Inbox Pilot': 'Berth Planner' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P40D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P42DT1H',
      replace: { 'gmail.users.messages.list': 'gmail.users.messages.delete' },
    },
  ],
})
