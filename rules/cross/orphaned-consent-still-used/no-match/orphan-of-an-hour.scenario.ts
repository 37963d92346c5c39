import { scenario } from '../../../lib/scenario.ts'
import orphanReadsMail from '../match/orphan-reads-mail.scenario.ts'

export default scenario({
  ...orphanReadsMail,
  title: 'An application signs in an hour after the account that granted it access was disabled',
  steps: orphanReadsMail.steps.with(-1, { sample: 'entra/signin-app-certificate', at: 'P6DT1H' }),
})
