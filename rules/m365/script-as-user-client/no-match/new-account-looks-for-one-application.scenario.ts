import { scenario } from '../../../lib/scenario.ts'
import newAccountListsApplications from '../match/new-account-lists-applications.scenario.ts'

export default scenario({
  ...newAccountListsApplications,
  title: 'An account created two days ago searches for one application with Azure CLI',
  steps: newAccountListsApplications.steps.with(-1, {
    sample: 'entra/graph-command-line-lists-users',
    at: 'P2D',
    replace: { '/v1.0/users?$top=999': "/v1.0/servicePrincipals?$filter=displayName eq 'Wiki'" },
  }),
})
