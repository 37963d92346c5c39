import { scenario } from '../../../lib/scenario.ts'
import { byApplication } from '../../application-acts-in-new-way/match/google-workspace-known-application-shares-outside.scenario.ts'

export default scenario({
  title:
    'An application shares a file with a guest, who reads another file of its owner after the application was blocked',
  steps: [
    { sample: 'google-workspace/drive-anonymous-view', at: 'PT1M' },
    { sample: 'google-workspace/drive-shared-outside', at: 'P20D', replace: byApplication },
    { sample: 'google-workspace/admin-app-blocked', at: 'P21D', replace: { '/Sales': 'northpier.example' } },
    {
      sample: 'google-workspace/drive-anonymous-view',
      at: 'P23D',
      replace: { '"email": ""': '"email": "buyer@partner.example"' },
      repeat: { every: 'PT1H', times: 2 },
    },
  ],
})
