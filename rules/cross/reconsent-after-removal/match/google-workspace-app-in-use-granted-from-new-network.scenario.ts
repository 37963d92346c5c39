import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs in from a new network, and grants all mail again to an application in use',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M', repeat: { every: 'P4D', times: 3 } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P1D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P2D' },
    { sample: 'google-workspace/login-success', at: 'P20D', replace: { '198.51.100.71': '203.0.113.121' } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20DT5M',
      replace: { '198.51.100.71': '203.0.113.121', '64496': '64511' },
    },
  ],
})
