import { scenario } from '../../../lib/scenario.ts'

const asTomas = { 'mara.voss': 'tomas.lindqvist' }
const network = { '198.51.100.23': '192.0.2.33' }

export default scenario({
  title: 'From a new network, an administrator removes the identity provider of a domain',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT0S', repeat: { every: 'P1D', times: 20 }, personas: asTomas },
    { sample: 'entra/signin-user-app', at: 'P20D', personas: asTomas, replace: network },
    {
      sample: 'entra/audit-authorization-policy-loosened',
      at: 'P20DT20M',
      replace: {
        '198.51.100.31': '192.0.2.33',
        'Update authorization policy': 'Set domain authentication',
        PermissionGrantPolicyIdsAssignedToDefaultUserRole: 'LiveType',
        '"oldValue": "[]"': '"oldValue": "[\\"Federated\\"]"',
        '[\\"ManagePermissionGrantsForSelf.microsoft-user-default-legacy\\"]': '[\\"Managed\\"]',
      },
    },
  ],
})
