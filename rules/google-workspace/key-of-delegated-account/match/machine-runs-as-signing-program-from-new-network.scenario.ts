import { scenario } from '../../../lib/scenario.ts'
import colleagueMayActAsSigningProgramFromNewNetwork from './colleague-may-act-as-signing-program-from-new-network.scenario.ts'

export default scenario({
  ...colleagueMayActAsSigningProgramFromNewNetwork,
  title: 'An engineer on a new network attaches a service account that signs token requests to a machine',
  steps: colleagueMayActAsSigningProgramFromNewNetwork.steps.with(-1, {
    sample: 'google-cloud/audit-machine-gets-service-account',
    at: 'P30D',
    replace: { '198.51.100.40': '192.0.2.77' },
  }),
})
