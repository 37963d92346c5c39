import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A token of a service account is obtained from a new network, and from there, this account obtains a token of another',
  steps: [
    {
      sample: 'google-cloud/audit-token-generated',
      at: ['P0D', 'P10D'],
      replace: {
        'invoice-sync': 'deploy-runner',
        '104567890123456789012': '105678901234567890123',
        '203.0.113.58': '198.51.100.30',
      },
    },
    {
      sample: 'google-cloud/audit-token-generated',
      at: 'P20D',
      replace: { 'invoice-sync': 'deploy-runner', '104567890123456789012': '105678901234567890123' },
    },
    {
      sample: 'google-cloud/audit-token-generated',
      at: 'P20DT1H',
      replace: {
        'selin.okoye@northpier.example': 'deploy-runner@northpier-sync.iam.gserviceaccount.com',
      },
    },
  ],
})
