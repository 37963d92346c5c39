import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Service accounts of unknown projects are added to groups, a shared drive, a file and a calendar',
  steps: [
    {
      sample: 'google-workspace/group-enterprise-member-added',
      at: 'P1D',
      replace: { 'buyer@partner.example': 'build-cache@lattice-ops-1.iam.gserviceaccount.com' },
    },
    {
      sample: 'google-workspace/groups-member-added',
      at: 'P2D',
      replace: { 'ines.falk@northpier.example': 'build-cache@lattice-ops-2.iam.gserviceaccount.com' },
    },
    {
      sample: 'google-workspace/admin-group-member-added',
      at: 'P3D',
      replace: { 'priya.nand@northpier.example': 'build-cache@lattice-ops-3.iam.gserviceaccount.com' },
    },
    {
      sample: 'google-workspace/drive-shared-drive-member',
      at: 'P4D',
      replace: { 'noor.baker@northpier.example': 'build-cache@lattice-ops-4.iam.gserviceaccount.com' },
    },
    {
      sample: 'google-workspace/drive-shared-outside',
      at: 'P5D',
      replace: { 'buyer@partner.example': 'build-cache@lattice-ops-5.iam.gserviceaccount.com' },
    },
    {
      sample: 'google-workspace/calendar-acl-changed',
      at: 'P6D',
      replace: {
        'out@partner.example': 'build-cache@lattice-ops-5.iam.gserviceaccount.com',
        user_agent: 'api_kind',
        'Mozilla/5.0 (X11; Linux x86_64)': 'api_v3',
      },
    },
  ],
})
