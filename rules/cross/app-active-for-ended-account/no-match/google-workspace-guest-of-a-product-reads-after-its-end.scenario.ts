import { scenario } from '../../../lib/scenario.ts'
import { byApplication } from '../../application-acts-in-new-way/match/google-workspace-known-application-shares-outside.scenario.ts'

export default scenario({
  title: 'A product that shared files with a guest for five weeks is blocked, and the guest reads a file',
  steps: [
    { sample: 'google-workspace/drive-anonymous-view', at: 'PT1M' },
    {
      sample: 'google-workspace/drive-shared-outside',
      at: 'P20D',
      replace: byApplication,
      repeat: { every: 'P5D', times: 8 },
    },
    { sample: 'google-workspace/admin-app-blocked', at: 'P56D', replace: { '/Sales': 'northpier.example' } },
    {
      sample: 'google-workspace/drive-anonymous-view',
      at: 'P57D',
      replace: { '"email": ""': '"email": "buyer@partner.example"' },
    },
  ],
})
