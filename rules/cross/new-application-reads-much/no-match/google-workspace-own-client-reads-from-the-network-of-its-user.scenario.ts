import { scenario } from '../../../lib/scenario.ts'
import newApplicationReadsMailAtOnce from '../match/google-workspace-new-application-reads-mail-at-once.scenario.ts'

export default scenario({
  ...newApplicationReadsMailAtOnce,
  title: 'A new web client reads mail twenty times from the network where its user has signed in for weeks',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1H', replace: { '198.51.100.71': '203.0.113.140' } },
    ...newApplicationReadsMailAtOnce.steps,
  ],
})
