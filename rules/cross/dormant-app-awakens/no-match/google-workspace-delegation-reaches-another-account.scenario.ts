import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account with domain-wide delegation acts for one account, and for another account after six weeks',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT0S' },
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT13M', personas: { 'mail-sweeper': 'invoice-sync' } },
    { sample: 'google-workspace/token-activity-service-account', at: 'P1D', repeat: { every: 'P7D', times: 6 } },
    { sample: 'google-workspace/token-activity-service-account', at: 'P42D', personas: { 'mara.voss': 'priya.nand' } },
  ],
})
