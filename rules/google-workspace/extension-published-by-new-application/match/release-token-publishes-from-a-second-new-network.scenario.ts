import { scenario } from '../../../lib/scenario.ts'

const status = { 'gmail.users.messages.list': 'chromewebstore.publishers.items.fetchStatus' }

export default scenario({
  title:
    'The token of a release pipeline is tried in one new network; two weeks later, it uploads a package from another',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT0S' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      replace: status,
      repeat: { every: 'P1D', times: 35 },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT3H',
      replace: { ...status, '203.0.113.140': '192.0.2.33' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P34DT3H',
      replace: { '203.0.113.140': '198.18.7.33', 'gmail.users.messages.list': 'chromewebstore.media.upload' },
    },
  ],
})
