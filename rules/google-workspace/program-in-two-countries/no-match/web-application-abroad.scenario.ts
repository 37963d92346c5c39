import { scenario } from '../../../lib/scenario.ts'
import malwareAndItsOperator from '../match/malware-and-its-operator.scenario.ts'

export default scenario({
  ...malwareAndItsOperator,
  title: 'A web application that a user in Germany authorized calls from Hong Kong',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT18H',
      replace: { '"203.0.113.140"': '"192.0.2.77", "networkInfo": { "ipAsn": [64512], "regionCode": "HK" }' },
    },
  ],
})
