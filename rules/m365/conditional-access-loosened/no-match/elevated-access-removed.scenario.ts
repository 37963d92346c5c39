import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator removes the access of a Global Administrator to all Azure subscriptions',
  steps: [
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'PT1M',
      replace: {
        'Add member to role': 'The role assignment of User Access Administrator has been removed from the user',
        RoleManagement: 'AzureRBACRoleManagementElevateAccess',
      },
    },
  ],
})
