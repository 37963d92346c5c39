import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account obtains tokens for the calendars of five users',
  steps: [
    {
      sample: 'google-workspace/access-evaluation-impersonation',
      at: 'PT20M',
      repeat: { every: 'PT7M', times: 5 },
      personas: { 'mara.voss': 5 },
      replace: { GMAIL: 'CALENDAR' },
    },
  ],
})
