import { scenario } from '../../../lib/scenario.ts'
import { userManagementRoleGiven } from '../../scenarios/steps.ts'

const serviceAccount = { 'priya.nand@northpier.example': 'release-bot@np-archive-81.iam.gserviceaccount.com' }

export default scenario({
  title: 'A service account of a known project leaves a group, the group receives a role, and then a person joins',
  steps: [
    { sample: 'google-workspace/access-evaluation-impersonation', at: 'PT1H' },
    { sample: 'google-workspace/admin-group-member-added', at: 'PT2H', replace: serviceAccount },
    {
      sample: 'google-workspace/admin-group-member-added',
      at: 'PT3H',
      replace: { ...serviceAccount, ADD_GROUP_MEMBER: 'REMOVE_GROUP_MEMBER' },
    },
    { ...userManagementRoleGiven, at: 'P5D' },
    { sample: 'google-workspace/admin-group-member-added', at: 'P9D' },
  ],
})
