import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client receives domain-wide delegation, and reads mail for the first time six weeks later',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT0S' },
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT13M', personas: { 'mail-sweeper': 'invoice-sync' } },
    { sample: 'google-workspace/token-activity-service-account', at: 'P42D' },
  ],
})
