import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client with domain-wide delegation for files receives delegation for all mail',
  steps: [
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'PT1H',
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/admin.directory.user.readonly' },
    },
    { sample: 'google-workspace/admin-delegation-granted', at: 'P9D' },
  ],
})
