import { scenario } from '../../../lib/scenario.ts'
import commandLineGrantedFromAHostingNetwork from '../match/google-workspace-command-line-granted-from-a-hosting-network.scenario.ts'

export default scenario({
  ...commandLineGrantedFromAHostingNetwork,
  title: 'An account authorizes the Google Cloud command line from a rented server that it has used for two days',
  steps: commandLineGrantedFromAHostingNetwork.steps.toSpliced(2, 0, {
    sample: 'google-workspace/login-success',
    at: 'P18D',
    replace: { '198.51.100.71': '203.0.113.121' },
  }),
})
