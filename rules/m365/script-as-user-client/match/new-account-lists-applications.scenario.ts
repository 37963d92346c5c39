import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account created two days ago lists all applications with Azure CLI',
  steps: [
    { sample: 'm365/account-disabled', at: 'PT0M', replace: { 'Disable account.': 'Add user.' } },
    { sample: 'entra/signin-user-app', at: 'P1D' },
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'P2D',
      replace: { '/v1.0/users?$top=999': '/v1.0/servicePrincipals?$top=999' },
    },
  ],
})
