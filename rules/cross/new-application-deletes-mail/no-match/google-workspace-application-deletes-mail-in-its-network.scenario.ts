import { scenario } from '../../../lib/scenario.ts'
import deletesFromANewNetwork from '../match/google-workspace-stolen-token-deletes-mail-from-a-new-network.scenario.ts'

export default scenario({
  ...deletesFromANewNetwork,
  title: 'An application used for weeks in one network deletes messages there, after use from another network',
  steps: deletesFromANewNetwork.steps.with(-1, {
    sample: 'google-workspace/token-activity-gmail',
    at: 'P20DT4H',
    replace: { 'gmail.users.messages.list': 'gmail.users.messages.batchDelete' },
  }),
})
