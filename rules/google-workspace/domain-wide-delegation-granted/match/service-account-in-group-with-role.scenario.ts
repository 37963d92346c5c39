import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account joins a group, the group receives a role days later, and another service account joins',
  steps: [
    {
      sample: 'google-workspace/admin-group-member-added',
      at: 'PT1H',
      replace: { 'priya.nand@northpier.example': 'mail-sweeper@pier-automation.iam.gserviceaccount.com' },
    },
    {
      sample: 'google-workspace/admin-role-to-user',
      at: 'P5D',
      replace: {
        'tomas.feld@northpier.example': 'finance@northpier.example',
        _SEED_ADMIN_ROLE: '_USER_MANAGEMENT_ADMIN_ROLE',
      },
    },
    {
      sample: 'google-workspace/admin-group-member-added',
      at: 'P9D',
      replace: { 'priya.nand@northpier.example': 'room-finder@pier-automation.iam.gserviceaccount.com' },
    },
    {
      sample: 'google-workspace/groups-member-added',
      at: 'P10D',
      replace: { 'ines.falk@northpier.example': 'floor-plan@pier-automation.iam.gserviceaccount.com' },
    },
    {
      sample: 'google-workspace/group-enterprise-member-added',
      at: 'P11D',
      replace: { 'buyer@partner.example': 'desk-finder@pier-automation.iam.gserviceaccount.com' },
    },
  ],
})
