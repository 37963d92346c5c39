import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'Keys are created before the first token of a service account, deleted, refused, or created for another account',
  steps: [
    { sample: 'google-cloud/audit-service-account-key-created', at: 'PT0S' },
    {
      sample: 'google-workspace/access-evaluation-impersonation',
      at: 'PT1H',
      replace: { 'mail-archiver@np-archive-81': 'invoice-sync@northpier-sync' },
    },
    { sample: 'google-cloud/audit-service-account-key-deleted', at: 'P1D' },
    {
      sample: 'google-cloud/audit-service-account-key-created',
      at: 'P1D',
      replace: {
        'invoice-sync': 'job-1',
        '104567890123456789012': '104567890123456780001',
        '1kq0c3ue4g9m': '1kq0c3ue4g01',
      },
    },
    { sample: 'google-cloud/audit-service-account-key-refused', at: 'P2D' },
  ],
})
