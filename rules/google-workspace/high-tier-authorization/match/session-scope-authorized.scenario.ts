import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A third-party client is authorized for the sign-in scope of Google’s own clients',
  steps: [
    {
      sample: 'google-workspace/token-authorize-sign-in-only',
      at: 'PT1M',
      replace: { '"openid"': '"https://www.google.com/accounts/OAuthLogin"' },
    },
  ],
})
