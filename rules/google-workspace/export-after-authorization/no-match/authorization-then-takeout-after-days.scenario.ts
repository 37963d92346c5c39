import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants an application mail access, and requests a Takeout two days later',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H' },
    { sample: 'google-workspace/takeout-started', at: 'P2DT1H' },
  ],
})
