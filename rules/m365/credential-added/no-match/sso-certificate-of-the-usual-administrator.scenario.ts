import { scenario } from '../../../lib/scenario.ts'
import ssoCertificateAfterAStrangeSignIn from '../match/sso-certificate-after-a-strange-sign-in.scenario.ts'

export default scenario({
  ...ssoCertificateAfterAStrangeSignIn,
  title: 'An account adds a certificate for SAML single sign-on from its usual network',
  steps: ssoCertificateAfterAStrangeSignIn.steps.toSpliced(2, 1),
})
