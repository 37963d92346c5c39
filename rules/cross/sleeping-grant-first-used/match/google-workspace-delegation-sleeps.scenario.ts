import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Domain-wide delegation is granted, and six weeks later mail is read with it for the first time',
  start: '2026-03-02T08:00:00Z',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT0S' },
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'PT13M',
      replace: { '112044879936650172483': '104567890123456789012' },
    },
    { sample: 'google-workspace/token-activity-service-account', at: 'P42D' },
  ],
})
