import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Google warns of a login, and the user authorizes an application; the records arrive hours late',
  steps: [
    { sample: 'google-workspace/login-suspicious', at: 'PT1M', delivered: 'PT5H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT50M', delivered: 'PT2H' },
  ],
})
