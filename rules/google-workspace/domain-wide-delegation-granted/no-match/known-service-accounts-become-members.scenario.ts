import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A service account of a known project becomes a member, an unknown service account leaves a shared drive, a person joins a group, and calendars are shared in the browser or with a person',
  steps: [
    { sample: 'google-workspace/access-evaluation-impersonation', at: 'PT1H' },
    {
      sample: 'google-workspace/group-enterprise-member-added',
      at: 'P1D',
      replace: { 'buyer@partner.example': 'release-bot@np-archive-81.iam.gserviceaccount.com' },
    },
    {
      sample: 'google-workspace/drive-shared-drive-member',
      at: 'P2D',
      replace: {
        'noor.baker@northpier.example': 'build-cache@lattice-ops-1.iam.gserviceaccount.com',
        add_to_shared_drive: 'remove_from_shared_drive',
        added_role: 'removed_role',
      },
    },
    { sample: 'google-workspace/group-enterprise-member-added', at: 'P3D' },
    {
      sample: 'google-workspace/calendar-acl-changed',
      at: 'P4D',
      replace: {
        'out@partner.example': 'build-cache@lattice-ops-5.iam.gserviceaccount.com',
        user_agent: 'api_kind',
        'Mozilla/5.0 (X11; Linux x86_64)': 'web',
      },
    },
    {
      sample: 'google-workspace/calendar-acl-changed',
      at: 'P5D',
      replace: {
        'out@partner.example': 'build-cache@lattice-ops-5.iam.gserviceaccount.com',
        '"owner"': '"none"',
        user_agent: 'api_kind',
        'Mozilla/5.0 (X11; Linux x86_64)': 'api_v3',
      },
    },
    {
      sample: 'google-workspace/calendar-acl-changed',
      at: 'P6D',
      replace: { user_agent: 'api_kind', 'Mozilla/5.0 (X11; Linux x86_64)': 'api_v3' },
    },
  ],
})
