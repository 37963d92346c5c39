import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'API controls refuse mail access to an application, and an administrator trusts it hours later',
  steps: [
    { sample: 'google-workspace/token-deny-scope', at: 'PT1H' },
    { sample: 'google-workspace/admin-app-trusted', at: 'PT4H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT5H' },
  ],
})
