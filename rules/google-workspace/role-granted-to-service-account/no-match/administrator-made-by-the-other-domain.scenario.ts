import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A known administrator of a second domain makes a super administrator; outsiders assign lesser roles',
  steps: [
    {
      sample: 'google-workspace/login-success',
      at: 'PT1M',
      replace: {
        'lena.ostrow@northpier.example': 'provisioning@registrar.example',
        '118204417730926514083': '102946617803351720999',
      },
    },
    {
      sample: 'google-workspace/admin-role-to-user',
      at: 'P8D',
      replace: {
        'joost.hale@northpier.example': 'provisioning@registrar.example',
        '102946617803351720948': '102946617803351720999',
      },
    },
    {
      sample: 'google-workspace/admin-role-to-user',
      at: 'P9D',
      replace: {
        'joost.hale@northpier.example': 'provisioning@northpier-sync.iam.gserviceaccount.com',
        _SEED_ADMIN_ROLE: '_MOBILE_ADMIN_ROLE',
      },
    },
    {
      sample: 'google-workspace/admin-role-to-user',
      at: 'P9DT1H',
      replace: {
        'joost.hale@northpier.example': 'provisioning@northpier-sync.iam.gserviceaccount.com',
        ASSIGN_ROLE: 'UNASSIGN_ROLE',
      },
    },
    {
      sample: 'google-workspace/admin-role-to-user',
      at: 'P10D',
      replace: {
        'joost.hale@northpier.example': 'helper@registrar.example',
        '102946617803351720948': '102946617803351720777',
        _SEED_ADMIN_ROLE: '_PLAY_FOR_WORK_ADMIN_ROLE',
      },
    },
    {
      sample: 'google-workspace/admin-role-to-user',
      at: 'P11D',
      replace: {
        'joost.hale@northpier.example': 'helper@registrar.example',
        '102946617803351720948': '102946617803351720777',
        ASSIGN_ROLE: 'UNASSIGN_ROLE',
      },
    },
  ],
})
