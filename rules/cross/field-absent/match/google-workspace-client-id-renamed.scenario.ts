import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The token log renames the field of the client ID',
  start: '2026-04-06T00:00:00Z',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT30M', repeat: { every: 'PT1H', times: 168 } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P7DT30M',
      repeat: { every: 'PT1H', times: 24 },
      replace: { '"client_id"': '"oauth_client"' },
    },
    { sample: 'google-workspace/login-success', at: 'P9D', personas: { 'lena.ostrow': 'tomas.feld' } },
  ],
})
