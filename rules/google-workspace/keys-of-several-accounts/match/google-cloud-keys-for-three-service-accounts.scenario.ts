import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An engineer creates keys for three service accounts within minutes',
  steps: [
    {
      sample: 'google-cloud/audit-service-account-key-created',
      at: 'PT1M30S',
      replace: {
        '104567890123456789012': '104567890123456780000',
        'invoice-sync': 'job-0',
        '1kq0c3ue4g9m': '1kq0c3ue4g00',
        '5d1f0a7c9e3b': '5d1f0a7c9e00',
      },
    },
    {
      sample: 'google-cloud/audit-service-account-key-created',
      at: 'PT2M30S',
      replace: {
        '104567890123456789012': '104567890123456780001',
        'invoice-sync': 'job-1',
        '1kq0c3ue4g9m': '1kq0c3ue4g01',
        '5d1f0a7c9e3b': '5d1f0a7c9e01',
      },
    },
    {
      sample: 'google-cloud/audit-service-account-key-created',
      at: 'PT3M30S',
      replace: {
        '104567890123456789012': '104567890123456780002',
        'invoice-sync': 'job-2',
        '1kq0c3ue4g9m': '1kq0c3ue4g02',
        '5d1f0a7c9e3b': '5d1f0a7c9e02',
      },
    },
  ],
})
