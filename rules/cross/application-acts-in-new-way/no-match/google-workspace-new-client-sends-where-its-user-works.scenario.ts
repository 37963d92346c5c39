import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes a client on their own computer, which sends a message from the usual network of the user',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', replace: { '417730926581': '417730926582' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT20M',
      replace: { 'gmail.users.messages.list': 'gmail.users.messages.send', '203.0.113.140': '198.51.100.71' },
    },
  ],
})
