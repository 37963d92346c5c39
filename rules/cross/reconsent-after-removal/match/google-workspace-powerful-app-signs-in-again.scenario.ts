import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes a revoked mail application again for sign-in only',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/admin-token-revoked', at: 'P3D' },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P3DT9H',
      replace: { 'https://mail.google.com/': 'openid' },
    },
  ],
})
