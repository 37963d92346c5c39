import { scenario } from '../../../lib/scenario.ts'
import codeRedeemedElsewhere from '../match/code-redeemed-elsewhere.scenario.ts'

export default scenario({
  ...codeRedeemedElsewhere,
  title: 'The redemption of the code in another network fails',
  steps: codeRedeemedElsewhere.steps.with(-1, {
    sample: 'entra/signin-command-line-elsewhere',
    at: 'P16DT2M',
    replace: { '"errorCode": 0': '"errorCode": 54005', '"resultType": "0"': '"resultType": "54005"' },
  }),
})
