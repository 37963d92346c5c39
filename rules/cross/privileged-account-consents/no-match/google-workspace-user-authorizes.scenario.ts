import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user who is not a super administrator authorizes a mail application',
  steps: [
    { sample: 'google-workspace/admin-role-to-user', at: 'PT1H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P2D' },
  ],
})
