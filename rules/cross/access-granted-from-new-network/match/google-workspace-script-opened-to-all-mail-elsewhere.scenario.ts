import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user in a new network gives a script access to all mail',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'P16D',
      personas: { 'mara.voss': 'lena.ostrow' },
      replace: {
        'https://www.googleapis.com/auth/gmail.readonly': 'https://mail.google.com/',
        '198.51.100.23': '192.0.2.33',
      },
    },
  ],
})
