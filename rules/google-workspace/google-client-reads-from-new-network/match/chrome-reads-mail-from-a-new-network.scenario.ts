import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Chrome reads mail from a network that is new to the account',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P16D',
      repeat: { every: 'PT10S', times: 5 },
      personas: { 'Inbox Pilot': 'Google Chrome' },
      replace: { 'gmail.users.messages.list': 'gmail.users.messages.get' },
    },
  ],
})
