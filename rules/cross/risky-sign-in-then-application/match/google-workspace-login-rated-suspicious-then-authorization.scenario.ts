import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'Google rates a successful login as suspicious, and the user authorizes an application more than three hours later',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/login-success',
      at: 'PT1M',
      replace: { '"boolValue": false': '"boolValue": true' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT3H30M' },
  ],
})
