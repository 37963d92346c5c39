import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A shared-inbox application that an administrator allowed creates filters',
  steps: [
    { sample: 'google-workspace/admin-app-trusted', at: 'PT1M' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P1D',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.filters.create' },
    },
  ],
})
