import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person authorizes an application in Google, and consents to a Microsoft tool',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1H',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT3H',
      replace: { 'lena.ostrow': 'mara.voss', '118204417730926514083': '100123456789012345678' },
    },
  ],
})
