import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title:
    'A user grants mail access to an application that an administrator allowed, and the application reads mail two days later',
  steps: [
    { sample: 'google-workspace/token-authorize-sign-in-only', at: 'PT1M' },
    { sample: 'google-workspace/admin-app-trusted', at: 'P100D' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P101D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P103D', delivered: 'P103DT3H' },
  ],
})
