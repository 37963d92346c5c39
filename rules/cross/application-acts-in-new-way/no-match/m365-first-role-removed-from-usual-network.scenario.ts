import { scenario } from '../../../lib/scenario.ts'
import granted from '../match/m365-first-role-granted-from-usual-network.scenario.ts'

export default scenario({
  ...granted,
  title: 'An application reads mail for weeks, and then removes its first role through Graph from its usual network',
  steps: granted.steps.with(-1, {
    sample: 'entra/graph-app-grants-role',
    at: 'P20DT1H',
    replace: {
      POST: 'DELETE',
      '/appRoleAssignments': '/appRoleAssignments/CHr_c2VydmljZVByaW5jaXBhbHM',
    },
  }),
})
