import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Global Administrator elevates their access to all Azure subscriptions',
  steps: [
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'PT1M',
      replace: {
        'Add member to role': 'User has elevated their access to User Access Administrator for their Azure Resources',
        RoleManagement: 'AzureRBACRoleManagementElevateAccess',
      },
    },
  ],
})
