import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants an application mail access, and requests a Takeout two days later',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H' },
    { sample: 'google-workspace/takeout-started', at: 'P2DT1H' },
  ],
})
