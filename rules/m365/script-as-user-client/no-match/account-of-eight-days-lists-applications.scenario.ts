import { scenario } from '../../../lib/scenario.ts'
import newAccountListsApplications from '../match/new-account-lists-applications.scenario.ts'

export default scenario({
  ...newAccountListsApplications,
  title: 'An account created eight days ago lists all applications with Azure CLI',
  steps: newAccountListsApplications.steps.with(-1, {
    sample: 'entra/graph-command-line-lists-users',
    at: 'P8D',
    replace: { '/v1.0/users?$top=999': '/v1.0/servicePrincipals?$top=999' },
  }),
})
