import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client with domain-wide delegation for files receives delegation for all mail',
  start: '2026-04-06T08:00:00Z',
  steps: [
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'PT1H',
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/admin.directory.user.readonly' },
    },
    { sample: 'google-workspace/admin-delegation-granted', at: 'P9D' },
  ],
})
