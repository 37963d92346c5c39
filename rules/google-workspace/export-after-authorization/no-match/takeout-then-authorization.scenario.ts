import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user requests a Takeout, and grants an application mail access hours later',
  steps: [
    { sample: 'google-workspace/takeout-started', at: 'PT1H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT5H' },
  ],
})
