import { scenario } from '../../../lib/scenario.ts'
import readsMail from './google-workspace-new-application-reads-mail-at-once.scenario.ts'

export default scenario({
  ...readsMail,
  title: 'An application adds second addresses to ten accounts right after its consent',
  steps: readsMail.steps.with(-1, {
    sample: 'google-workspace/token-activity-gmail',
    at: 'P40DT10M',
    repeat: { every: 'PT50S', times: 10 },
    replace: {
      'gmail.users.messages.list': 'directory.users.aliases.insert',
      '"gmail"': '"admin"',
      GMAIL: 'GSUITE_ADMIN',
    },
  }),
})
