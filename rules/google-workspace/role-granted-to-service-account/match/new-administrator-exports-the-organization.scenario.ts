import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person becomes a super administrator, and exports the organization two days later',
  steps: [
    { sample: 'google-workspace/admin-app-trusted', at: 'PT1H' },
    { sample: 'google-workspace/admin-role-to-user', at: 'P20D' },
    {
      sample: 'google-workspace/admin-organization-exported',
      at: 'P22D',
      personas: { 'joost.hale': 'tomas.feld' },
    },
  ],
})
