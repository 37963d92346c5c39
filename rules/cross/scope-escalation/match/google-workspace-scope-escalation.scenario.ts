import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application with access to a calendar receives access to all mail',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT21M',
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar.readonly' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20D' },
  ],
})
