import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants mail access to an application that an administrator allowed the day before',
  start: '2026-04-20T08:00:00Z',
  steps: [
    { sample: 'google-workspace/admin-app-trusted', at: 'PT1H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P1D' },
  ],
})
