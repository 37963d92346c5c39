import { scenario } from '../../../lib/scenario.ts'
import orphanReadsMail from '../match/orphan-reads-mail.scenario.ts'

export default scenario({
  ...orphanReadsMail,
  title: 'A month after its grant, an application whose administrator left obtains a token in its usual network',
  steps: orphanReadsMail.steps.with(-1, { sample: 'entra/signin-app-certificate', at: 'P31D' }),
})
