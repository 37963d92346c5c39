import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants an application mail access, and requests a Takeout of all data hours later',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', delivered: 'PT6H' },
    { sample: 'google-workspace/takeout-started', at: 'PT5H', delivered: 'PT5H30M' },
  ],
})
