import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account signs in from a new network and authorizes an application, which reads mail from its own network',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    { sample: 'google-workspace/login-success', at: 'P20D', replace: { '198.51.100.71': '203.0.113.121' } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20DT5M',
      replace: { '198.51.100.71': '203.0.113.121', '64496': '64511' },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P21D', replace: { '203.0.113.140': '192.0.2.33' } },
  ],
})
