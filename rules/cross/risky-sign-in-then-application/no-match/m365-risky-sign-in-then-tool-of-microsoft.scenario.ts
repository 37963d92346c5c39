import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to a Microsoft tool after a high-risk sign-in',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      replace: { '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT21M',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' },
    },
  ],
})
