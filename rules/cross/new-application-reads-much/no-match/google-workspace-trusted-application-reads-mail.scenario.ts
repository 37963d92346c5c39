import { scenario } from '../../../lib/scenario.ts'
import readsMail from '../match/google-workspace-new-application-reads-mail-at-once.scenario.ts'

export default scenario({
  ...readsMail,
  title: 'An application that an administrator trusted a week earlier reads mail twenty times right after its consent',
  steps: [{ sample: 'google-workspace/admin-app-trusted', at: 'P33D' }, ...readsMail.steps],
})
