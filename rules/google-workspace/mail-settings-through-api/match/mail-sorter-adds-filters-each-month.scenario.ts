import { scenario } from '../../../lib/scenario.ts'

const filter = { 'gmail.users.messages.list': 'gmail.users.settings.filters.create' }

export default scenario({
  title: 'An application adds a filter on its second day, which alerts, and again after a month, which does not',
  start: '2026-04-14T09:00:00Z',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P1D', replace: filter },
    { sample: 'google-workspace/token-activity-gmail', at: 'P31D', replace: filter },
  ],
})
