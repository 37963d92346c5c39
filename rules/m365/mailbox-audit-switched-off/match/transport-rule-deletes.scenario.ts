import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A transport rule deletes messages',
  steps: [
    {
      sample: 'm365/transport-rule-copies-all-mail',
      at: 'PT1M',
      replace: {
        BlindCopyTo: 'DeleteMessage',
        'archive@northpier-billing.example': 'True',
      },
    },
    {
      sample: 'm365/transport-rule-copies-all-mail',
      at: 'PT2M',
      replace: {
        'New-TransportRule': 'Set-TransportRule',
        BlindCopyTo: 'DeleteMessage',
        'archive@northpier-billing.example': 'True',
      },
    },
  ],
})
