import { scenario } from '../../../lib/scenario.ts'
import mailGrantedAfterAStrangeSignIn from './m365-mail-granted-after-a-strange-sign-in.scenario.ts'

const consent = {
  sample: 'entra/audit-consent-user-mail',
  replace: { 'Mail.ReadWrite Mail.Send': 'Mail.Read', '203.0.113.24': '203.0.113.90' },
}

export default scenario({
  ...mailGrantedAfterAStrangeSignIn,
  title: 'A token is renewed in a new country, and grants access to mail to an application that a colleague uses',
  steps: [
    { ...consent, at: 'P1D', personas: { 'mara.voss': 'ines.carver' } },
    ...mailGrantedAfterAStrangeSignIn.steps
      .with(-1, { ...consent, at: 'P16DT1H' })
      .with(1, { sample: 'entra/signin-command-line-elsewhere', at: 'P16D' }),
  ],
})
