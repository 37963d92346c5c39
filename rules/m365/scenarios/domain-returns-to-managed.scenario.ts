import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'A domain leaves its identity provider, in a usual network',
  steps: [
    {
      sample: 'entra/audit-authorization-policy-loosened',
      at: 'PT1M',
      replace: {
        'Update authorization policy': 'Set domain authentication',
        PermissionGrantPolicyIdsAssignedToDefaultUserRole: 'LiveType',
        '"oldValue": "[]"': '"oldValue": "[\\"Federated\\"]"',
        '[\\"ManagePermissionGrantsForSelf.microsoft-user-default-legacy\\"]': '[\\"Managed\\"]',
      },
    },
  ],
})
