import { scenario } from '../../../lib/scenario.ts'
import phoneClientReadsFromAHostingNetwork from '../match/google-workspace-phone-client-reads-from-a-hosting-network.scenario.ts'

export default scenario({
  ...phoneClientReadsFromAHostingNetwork,
  title: 'A phone mail client that changes networks every day reads mail from the network of a hotel',
  steps: phoneClientReadsFromAHostingNetwork.steps.with(-1, {
    sample: 'google-workspace/token-activity-gmail',
    at: 'P20DT1H',
    replace: { '"WEB"': '"NATIVE_ANDROID"', '"203.0.113.140"': '"192.0.2.33", "networkInfo": { "ipAsn": [64512] }' },
  }),
})
