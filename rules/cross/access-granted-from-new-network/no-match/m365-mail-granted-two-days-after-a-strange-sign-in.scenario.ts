import { scenario } from '../../../lib/scenario.ts'
import mailGrantedAfterAStrangeSignIn from '../match/m365-mail-granted-after-a-strange-sign-in.scenario.ts'

export default scenario({
  ...mailGrantedAfterAStrangeSignIn,
  title: 'A user signs in from a new network and two days later grants an application access to mail',
  steps: mailGrantedAfterAStrangeSignIn.steps.with(-1, { sample: 'm365/consent-user-mail', at: 'P18D' }),
})
