import { scenario } from '../../../lib/scenario.ts'
import riskySignInThenAuthorizationInGoogle from '../match/risky-sign-in-then-authorization-in-google.scenario.ts'

export default scenario({
  ...riskySignInThenAuthorizationInGoogle,
  title: 'A user consents to an application five hours after a high-risk sign-in',
  steps: riskySignInThenAuthorizationInGoogle.steps.with(-1, { sample: 'm365/consent-user-mail', at: 'PT5H1M' }),
})
