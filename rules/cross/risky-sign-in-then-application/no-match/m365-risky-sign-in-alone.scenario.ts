import { scenario } from '../../../lib/scenario.ts'
import riskySignInThenAuthorizationInGoogle from '../match/risky-sign-in-then-authorization-in-google.scenario.ts'

export default scenario({
  ...riskySignInThenAuthorizationInGoogle,
  title: 'A user signs in with high risk, without further activity',
  steps: riskySignInThenAuthorizationInGoogle.steps.slice(0, -1),
})
