import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A guest makes a person an active and an eligible administrator, in both logs',
  steps: [
    {
      sample: 'm365/role-granted-to-user',
      at: 'PT1M',
      repeat: {
        every: 'PT1M',
        times: 4,
        replace: {
          'Add member to role.': [
            'Add member to role.',
            'Add member to role',
            'Add eligible member to role.',
            'Add eligible member to role',
          ],
        },
      },
      replace: { 'tomas.lindqvist@northpier.example': 'svc.sync_contoso.example#EXT#@northpier.onmicrosoft.com' },
    },
    {
      sample: 'm365/role-granted-to-user',
      at: 'PT9M',
      replace: {
        'tomas.lindqvist@northpier.example': 'svc.sync_contoso.example#EXT#@northpier.onmicrosoft.com',
        'Global Administrator': 'Helpdesk Administrator',
        '62e90394-69f5-4237-9190-012177145e10': '729827e3-9c14-49f7-bb1b-9608f156bbb8',
      },
    },
  ],
})
