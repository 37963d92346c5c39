import { scenario } from '../../../lib/scenario.ts'
import downloads from '../match/google-application-downloads-from-a-new-network.scenario.ts'

const sent = { 'gmail.users.messages.list': 'gmail.users.messages.send' }

export default scenario({
  ...downloads,
  title: 'An application that sent mail on its first day and listed mail for weeks reads mail, and sends mail again',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', replace: sent },
    ...downloads.steps.slice(0, 1),
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20D',
      replace: { 'gmail.users.messages.list': 'gmail.users.messages.get' },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P21D', replace: sent },
  ],
})
