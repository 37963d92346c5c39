import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A device receives only the identity of its user',
  steps: [
    {
      sample: 'google-workspace/token-authorize-device',
      at: 'PT1M',
      replace: { 'https://www.googleapis.com/auth/drive.readonly': 'openid' },
    },
  ],
})
