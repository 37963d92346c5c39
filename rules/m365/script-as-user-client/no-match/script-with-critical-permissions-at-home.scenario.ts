import { scenario } from '../../../lib/scenario.ts'
import scriptWithCriticalPermissionsFromNewNetwork from '../match/script-with-critical-permissions-from-new-network.scenario.ts'

export default scenario({
  ...scriptWithCriticalPermissionsFromNewNetwork,
  title: 'A user runs a script with critical permissions in the usual network',
  steps: scriptWithCriticalPermissionsFromNewNetwork.steps.with(-1, {
    sample: 'entra/signin-user-app',
    at: 'P21D',
    replace: {
      '"isInteractive": true': '"isInteractive": false',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36':
        'python-requests/2.32.3',
    },
  }),
})
