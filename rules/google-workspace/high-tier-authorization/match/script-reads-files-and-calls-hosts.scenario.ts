import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user lets a script read all files and call other hosts',
  steps: [
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'PT1H',
      replace: { 'gmail.readonly': 'drive.readonly' },
    },
  ],
})
