import { scenario } from '../../../lib/scenario.ts'
import mailGrantedAfterAStrangeSignIn from './m365-mail-granted-after-a-strange-sign-in.scenario.ts'

const consent = { sample: 'm365/consent-user-mail', replace: { 'Mail.ReadWrite Mail.Send': 'Mail.Read' } }

export default scenario({
  ...mailGrantedAfterAStrangeSignIn,
  title: 'A user signs in from a new country, and grants access to mail to an application that a colleague uses',
  steps: [
    { ...consent, at: 'P1D', personas: { 'mara.voss': 'ines.carver' } },
    ...mailGrantedAfterAStrangeSignIn.steps.with(-1, { ...consent, at: 'P16DT1H' }),
  ],
})
