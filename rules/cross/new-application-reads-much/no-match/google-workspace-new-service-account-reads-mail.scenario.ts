import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new service account with domain-wide delegation reads the mail of one account twenty times',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', personas: { 'Inbox Pilot': 'Berth Planner' } },
    { sample: 'google-workspace/token-activity-service-account', at: 'P40DT10M', repeat: { every: 'PT2M', times: 20 } },
  ],
})
