import { scenario } from '../../../lib/scenario.ts'
import unknown from '../match/google-workspace-desktop-program-first-deletes-in-an-unknown-network.scenario.ts'

export default scenario({
  ...unknown,
  title: 'A mail program on a computer deletes messages for the first time, in a network where its user signed in',
  steps: unknown.steps.with(-1, {
    sample: 'google-workspace/token-activity-gmail',
    at: 'P25DT3H',
    replace: {
      '"WEB"': '"NATIVE_DESKTOP"',
      '203.0.113.140': '198.51.100.71',
      'gmail.users.messages.list': 'gmail.users.messages.batchDelete',
    },
  }),
})
