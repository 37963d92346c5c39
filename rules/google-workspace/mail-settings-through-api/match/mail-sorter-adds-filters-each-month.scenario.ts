import { scenario } from '../../../lib/scenario.ts'

const filter = { 'gmail.users.messages.list': 'gmail.users.settings.filters.create' }

export default scenario({
  title: 'An application adds a filter on its second day, which alerts, and again after a month, which does not',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P1D', replace: filter },
    { sample: 'google-workspace/token-activity-gmail', at: 'P31D', replace: filter },
  ],
})
