import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One user grants an application mail access, and another user requests a Takeout',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', personas: { 'lena.ostrow': 'joost.hale' } },
    { sample: 'google-workspace/takeout-started', at: 'PT5H' },
  ],
})
