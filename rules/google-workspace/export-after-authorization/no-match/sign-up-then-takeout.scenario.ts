import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs up to a tool, and requests a Takeout hours later',
  steps: [
    { sample: 'google-workspace/token-authorize-sign-in-only', at: 'PT1H', personas: { 'tomas.feld': 'lena.ostrow' } },
    { sample: 'google-workspace/takeout-started', at: 'PT5H' },
  ],
})
