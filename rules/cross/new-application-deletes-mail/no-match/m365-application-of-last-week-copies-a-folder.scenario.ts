import { scenario } from '../../../lib/scenario.ts'
import newApplication from '../match/m365-new-application-copies-a-folder.scenario.ts'

export default scenario({
  ...newApplication,
  title: 'A mail program copies a whole folder a week after the first person connected it',
  steps: [...newApplication.steps.slice(0, 2), { sample: 'm365/mail-items-accessed-sync', at: 'P7D' }],
})
