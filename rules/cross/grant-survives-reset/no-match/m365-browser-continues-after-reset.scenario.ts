import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A traveling user signs in with a browser before and after the password reset',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-user-app', at: 'P16D', replace: { '198.51.100.23': '192.0.2.33' } },
    { sample: 'm365/password-reset', at: 'P16DT4H' },
    { sample: 'entra/signin-user-app', at: 'P17D', replace: { '198.51.100.23': '192.0.2.33' } },
  ],
})
