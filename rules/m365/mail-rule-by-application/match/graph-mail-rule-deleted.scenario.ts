import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application deletes a mailbox rule through Graph',
  steps: [
    {
      sample: 'entra/graph-user-adds-mail-rule',
      at: 'PT1M',
      replace: {
        '"requestMethod": "POST"': '"requestMethod": "DELETE"',
        '/messageRules': '/messageRules/AQAAAJ5dZqA=',
        '"responseStatusCode": 201': '"responseStatusCode": 204',
        '"resultSignature": "201"': '"resultSignature": "204"',
      },
    },
  ],
})
