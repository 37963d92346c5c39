import { scenario } from '../../../lib/scenario.ts'
import letInByAnother from '../match/m365-application-let-in-by-another-reads-mail.scenario.ts'

export default scenario({
  ...letInByAnother,
  title: 'An application in its usual network grants mail access to another application, which reads two mailboxes',
  steps: letInByAnother.steps.with(2, { sample: 'entra/signin-app-certificate', at: 'P18D' }),
})
