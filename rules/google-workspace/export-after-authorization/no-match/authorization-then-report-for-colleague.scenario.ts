import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants an application mail access, and lets a colleague edit a Looker Studio report',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', delivered: 'PT6H' },
    {
      sample: 'google-workspace/data-studio-shared',
      at: 'PT2H',
      delivered: 'PT5H30M',
      replace: { CAN_VIEW: 'CAN_EDIT', EXTERNAL: 'INTERNAL' },
    },
  ],
})
