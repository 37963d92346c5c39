import { scenario } from '../../../lib/scenario.ts'

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
    {
      sample: 'google-workspace/admin-role-to-user',
      at: 'P5D',
      replace: {
        'tomas.feld@northpier.example': 'finance@northpier.example',
        _SEED_ADMIN_ROLE: '_USER_MANAGEMENT_ADMIN_ROLE',
      },
    },
    { sample: 'google-workspace/admin-group-member-added', at: 'P9D' },
  ],
})
