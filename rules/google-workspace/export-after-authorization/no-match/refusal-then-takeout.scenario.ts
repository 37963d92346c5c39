import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user is denied an application, and requests a Takeout',
  steps: [
    { sample: 'google-workspace/token-deny', at: 'PT1H', personas: { 'priya.nand': 'lena.ostrow' } },
    { sample: 'google-workspace/takeout-started', at: 'PT5H' },
  ],
})
