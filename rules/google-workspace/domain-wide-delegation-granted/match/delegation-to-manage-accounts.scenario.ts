import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client receives a delegation to create accounts and administrators',
  steps: [
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'PT1H',
      replace: { 'https://www.googleapis.com/auth/drive': 'https://www.googleapis.com/auth/admin.directory.user' },
    },
  ],
})
