import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client receives domain-wide delegation, and reads mail for the first time six weeks later',
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
