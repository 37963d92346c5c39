import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One person forwards mail to an outside address, and both logs of Google contain this',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/login-mail-forwarded', at: 'PT1H' },
    { sample: 'google-workspace/user-accounts-mail-forwarded', at: 'PT1H' },
  ],
})
