import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'Two days after a service account obtained a token to act as a user, an engineer creates a key for the service account',
  steps: [
    {
      sample: 'google-workspace/access-evaluation-impersonation',
      at: 'PT0S',
      replace: { 'mail-archiver@np-archive-81': 'invoice-sync@northpier-sync' },
    },
    { sample: 'google-cloud/audit-service-account-key-created', at: 'P2D' },
  ],
})
