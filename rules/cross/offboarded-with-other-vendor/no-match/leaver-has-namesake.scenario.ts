import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account is disabled in Microsoft; a namesake in Google works on',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/account-disabled', at: 'P5D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P7D',
      replace: { 'lena.ostrow@northpier.example': 'mara.voss@partner.example' },
    },
  ],
})
