import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One person forwards mail to an outside address, and both logs of Google contain this',
  steps: [
    { sample: 'google-workspace/login-mail-forwarded', at: 'PT1H' },
    { sample: 'google-workspace/user-accounts-mail-forwarded', at: 'PT1H' },
  ],
})
