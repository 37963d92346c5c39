import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Google warns of suspicious password sign-ins by a program',
  steps: [
    {
      sample: 'google-workspace/login-suspicious',
      at: 'PT1M',
      replace: { '"suspicious_login"': '"suspicious_login_less_secure_app"' },
    },
    {
      sample: 'google-workspace/login-suspicious',
      at: 'P9D',
      replace: { '"suspicious_login"': '"suspicious_programmatic_login"' },
    },
  ],
})
