import { scenario } from '../../../lib/scenario.ts'
import copied from '../match/unknown-phone-copies-a-folder.scenario.ts'

export default scenario({
  ...copied,
  title: 'Outlook on an unknown phone copies a folder in the only new network of the account',
  steps: copied.steps.toSpliced(2, 1),
})
