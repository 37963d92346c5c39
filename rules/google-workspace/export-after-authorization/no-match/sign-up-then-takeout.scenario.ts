import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs up to a tool, and requests a Takeout hours later',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-authorize-sign-in-only',
      at: 'PT1H',
      replace: { 'tomas.feld': 'lena.ostrow', '107719230458816620417': '118204417730926514083' },
    },
    { sample: 'google-workspace/takeout-started', at: 'PT5H' },
  ],
})
