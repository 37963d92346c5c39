import { applicationSendsMail } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that listed mail for weeks sends a message, and opens a direct message in Chat',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'P0D', repeat: { every: 'P2D', times: 10 } },
    { ...applicationSendsMail, at: 'P20D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P40D',
      replace: { 'gmail.users.messages.list': 'chat.spaces.findDirectMessage' },
    },
  ],
})
