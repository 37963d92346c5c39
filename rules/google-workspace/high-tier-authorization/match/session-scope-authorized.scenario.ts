import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client of a stranger is authorized for the scope with which Google’s own clients sign in',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-authorize-sign-in-only',
      at: 'PT1M',
      replace: { '"openid"': '"https://www.google.com/accounts/OAuthLogin"' },
    },
  ],
})
