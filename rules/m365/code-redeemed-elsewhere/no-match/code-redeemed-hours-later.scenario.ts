import { scenario } from '../../../lib/scenario.ts'
import codeRedeemedElsewhere from '../match/code-redeemed-elsewhere.scenario.ts'

export default scenario({
  ...codeRedeemedElsewhere,
  title: 'The command line obtains a token in a new network three hours after the sign-in',
  steps: codeRedeemedElsewhere.steps.with(-1, { sample: 'entra/signin-command-line-elsewhere', at: 'P16DT3H' }),
})
