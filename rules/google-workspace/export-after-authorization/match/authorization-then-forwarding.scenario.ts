import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants an application mail access, and her mail is forwarded to an external address',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H' },
    { sample: 'google-workspace/user-accounts-mail-forwarded', at: 'PT2H' },
  ],
})
