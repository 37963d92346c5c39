import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Google warns of two logins of an administrator, who then delegates a client and trusts an application',
  steps: [
    {
      sample: 'google-workspace/login-suspicious',
      at: 'PT1M',
      personas: { 'lena.ostrow': 'joost.hale' },
      replace: { '"suspicious_login"': '"suspicious_programmatic_login"' },
    },
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT50M' },
    {
      sample: 'google-workspace/login-suspicious',
      at: 'P2D',
      personas: { 'lena.ostrow': 'joost.hale' },
      replace: { '"suspicious_login"': '"suspicious_login_less_secure_app"' },
    },
    { sample: 'google-workspace/admin-app-trusted', at: 'P2DT40M' },
  ],
})
