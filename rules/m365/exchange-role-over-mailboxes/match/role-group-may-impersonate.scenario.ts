import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new role group receives permission to impersonate all mailbox owners',
  steps: [
    {
      sample: 'm365/exchange-role-granted-to-application',
      at: 'PT1M',
      replace: {
        'New-ManagementRoleAssignment': 'New-RoleGroup',
        '"Role"': '"Roles"',
        'Application Mail.Read': 'ApplicationImpersonation',
        '"App"': '"Members"',
        '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'svc-sync@northpier.example',
      },
    },
  ],
})
