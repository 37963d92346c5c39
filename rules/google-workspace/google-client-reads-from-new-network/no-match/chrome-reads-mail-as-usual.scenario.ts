import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Chrome reads mail in the usual network and four times in a new network; another application reads mail there',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P16D',
      repeat: { every: 'PT10S', times: 6 },
      personas: { 'Inbox Pilot': 'Google Chrome' },
      replace: { 'gmail.users.messages.list': 'gmail.users.messages.get', '203.0.113.140': '198.51.100.71' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P17D',
      repeat: { every: 'PT10S', times: 4 },
      personas: { 'Inbox Pilot': 'Google Chrome' },
      replace: { 'gmail.users.messages.list': 'gmail.users.messages.get' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P17DT5M',
      repeat: { every: 'PT10S', times: 6 },
      replace: { 'gmail.users.messages.list': 'gmail.users.messages.get' },
    },
  ],
})
