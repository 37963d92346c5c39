import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A user is suspended, and an application continues to download their files; the edition logs no API calls, so only the Drive log shows it',
  start: '2026-04-06T08:00:00Z',
  steps: [
    { sample: 'google-workspace/drive-download-by-app', at: 'P8D', delivered: 'P8DT3H' },
    {
      sample: 'google-workspace/admin-user-suspended',
      at: 'P9D',
      delivered: 'P9DT2H',
    },
    { sample: 'google-workspace/drive-download-by-app', at: 'P9DT5H', delivered: 'P9DT9H' },
  ],
})
