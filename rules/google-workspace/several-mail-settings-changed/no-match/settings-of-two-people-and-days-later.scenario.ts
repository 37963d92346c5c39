import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A client writes the signature of one person twice and the automatic reply of another, and reads further settings',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: ['PT1H', 'PT2H'],
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.sendAs.patch' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT3H',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.filters.list' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT4H',
      personas: { 'lena.ostrow': 'priya.nand' },
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.updateVacation' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P4D',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.filters.create' },
    },
  ],
})
