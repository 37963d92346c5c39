import { scenario } from '../../../lib/scenario.ts'
import riskySignInThenAuthorizationInGoogle from '../match/risky-sign-in-then-authorization-in-google.scenario.ts'

export default scenario({
  ...riskySignInThenAuthorizationInGoogle,
  title: 'A user consents to a Microsoft tool after a high-risk sign-in',
  steps: riskySignInThenAuthorizationInGoogle.steps.with(-1, {
    sample: 'm365/consent-user-mail',
    at: 'PT21M',
    replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' },
  }),
})
