import { scenario } from '../../../lib/scenario.ts'
import downloads from './google-application-downloads-from-a-new-network.scenario.ts'

export default scenario({
  ...downloads,
  title:
    'An application that listed mail for weeks lists mail from a new network, and lists files there three hours later',
  steps: downloads.steps.with(-1, {
    sample: 'google-workspace/token-activity-gmail',
    at: 'P20DT3H',
    replace: { '203.0.113.140': '192.0.2.77', 'gmail.users.messages.list': 'drive.files.list' },
  }),
})
