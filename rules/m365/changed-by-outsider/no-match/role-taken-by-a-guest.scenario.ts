import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A guest removes a role, activates a role for itself, and grants a role without privileges',
  steps: [
    {
      sample: 'm365/role-granted-to-user',
      at: 'PT1M',
      replace: {
        'tomas.lindqvist@northpier.example': 'svc.sync_contoso.example#EXT#@northpier.onmicrosoft.com',
        'Add member to role.': 'Remove member from role.',
      },
    },
    {
      sample: 'm365/role-granted-to-user',
      at: 'PT2M',
      replace: {
        'tomas.lindqvist@northpier.example': 'svc.sync_contoso.example#EXT#@northpier.onmicrosoft.com',
        'Add member to role.': 'Add member to role completed (PIM activation).',
      },
    },
    {
      sample: 'm365/role-granted-to-user',
      at: 'PT3M',
      replace: {
        'tomas.lindqvist@northpier.example': 'svc.sync_contoso.example#EXT#@northpier.onmicrosoft.com',
        'Global Administrator': 'Message Center Reader',
        '62e90394-69f5-4237-9190-012177145e10': '790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b',
      },
    },
  ],
})
