import { scenario } from '../../../lib/scenario.ts'
import { userManagementRoleGiven } from '../../scenarios/steps.ts'

export default scenario({
  title: 'A service account joins a group, the group receives a role days later, and another service account joins',
  steps: [
    {
      sample: 'google-workspace/admin-group-member-added',
      at: 'PT1H',
      replace: { 'priya.nand@northpier.example': 'mail-sweeper@pier-automation.iam.gserviceaccount.com' },
    },
    { ...userManagementRoleGiven, at: 'P5D' },
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
