import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'After a password reset, an application obtains tokens repeatedly',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/password-reset', at: 'P5D' },
    { sample: 'm365/sessions-revoked', at: 'P5DT1M' },
    { sample: 'entra/signin-user-app', at: 'P6D', repeat: { every: 'PT2M', times: 12 } },
  ],
})
