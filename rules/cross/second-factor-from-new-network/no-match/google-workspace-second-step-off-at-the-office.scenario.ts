import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An engineer creates a key, replaces a phone, and authorizes the command line again, in the usual network',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P19D',
      personas: { 'Inbox Pilot': 'Google Cloud SDK' },
      replace: {
        '"WEB"': '"NATIVE_DESKTOP"',
        'https://mail.google.com/': 'https://www.googleapis.com/auth/cloud-platform',
      },
    },
    {
      sample: 'google-cloud/audit-service-account-key-created',
      at: 'P19DT1H',
      personas: { 'ivo.brandt': 'lena.ostrow' },
      replace: { '203.0.113.58': '198.51.100.71' },
    },
    {
      sample: 'google-workspace/user-accounts-mail-forwarded',
      at: 'P20D',
      replace: {
        email_forwarding_change: '2sv_change',
        email_forwarding_out_of_domain: '2sv_disable',
        '198.51.100.23': '198.51.100.71',
      },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20DT5M',
      personas: { 'Inbox Pilot': 'Google Cloud SDK' },
      replace: {
        '"WEB"': '"NATIVE_DESKTOP"',
        'https://mail.google.com/': 'https://www.googleapis.com/auth/cloud-platform',
      },
    },
  ],
})
