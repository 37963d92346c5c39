import { scenario } from '../../../lib/scenario.ts'
import newApplication from '../match/m365-new-application-of-a-new-network.scenario.ts'

export default scenario({
  ...newApplication,
  title: 'From the usual network, an administrator creates an application with access to mail; days later, it signs in',
  steps: newApplication.steps.toSpliced(1, 1),
})
