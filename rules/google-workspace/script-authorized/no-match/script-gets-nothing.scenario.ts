import { scenario } from '../../../lib/scenario.ts'
import scriptOfAColleague from './script-of-a-colleague.scenario.ts'

export default scenario({
  ...scriptOfAColleague,
  title: 'A script receives only the identity of a user, a Google tool receives mail access, and a script is denied',
  steps: [
    ...scriptOfAColleague.steps.slice(0, -1),
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'PT2M',
      replace: { '731904455872-b2f7k0q5m8x3c6v1n9z4r2w8t5y0d3hj': '32555940559' },
    },
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'PT3M',
      replace: { '"name": "authorize"': '"name": "deny"' },
    },
  ],
})
