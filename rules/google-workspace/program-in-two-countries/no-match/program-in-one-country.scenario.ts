import { scenario } from '../../../lib/scenario.ts'
import malwareAndItsOperator from '../match/malware-and-its-operator.scenario.ts'

export default scenario({
  ...malwareAndItsOperator,
  title: 'A program that one user authorized in Germany calls from another network in Germany the following night',
  steps: malwareAndItsOperator.steps.with(1, {
    sample: 'google-workspace/token-activity-gmail',
    at: 'PT18H',
    replace: {
      '"WEB"': '"NATIVE_DESKTOP"',
      '"203.0.113.140"': '"192.0.2.77", "networkInfo": { "ipAsn": [64512], "regionCode": "DE" }',
    },
  }),
})
