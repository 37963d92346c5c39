import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application is refused to a user, and she asks for a Takeout',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-deny',
      at: 'PT1H',
      replace: { 'priya.nand': 'lena.ostrow', '113380562947701184259': '118204417730926514083' },
    },
    { sample: 'google-workspace/takeout-started', at: 'PT5H' },
  ],
})
