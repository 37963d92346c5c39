import { scenario } from '../../../lib/scenario.ts'
import scriptWithCriticalPermissionsFromNewNetwork from '../match/script-with-critical-permissions-from-new-network.scenario.ts'

export default scenario({
  ...scriptWithCriticalPermissionsFromNewNetwork,
  title: 'The server of a sign-in-only application renews the tokens of a user',
  steps: scriptWithCriticalPermissionsFromNewNetwork.steps.with(2, {
    sample: 'm365/consent-user-sign-in-only',
    at: 'P20D',
  }),
})
