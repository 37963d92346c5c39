import { scenario } from '../../../lib/scenario.ts'

const newNetwork = { '198.51.100.71': '203.0.113.121', '64496': '64511' }

export default scenario({
  title: 'A client authorized from a new network is authorized again after a password reset, and continues to read',
  steps: [
    {
      sample: 'google-workspace/token-authorize-sign-in-only',
      at: ['PT1M', 'P8D'],
      personas: { 'tomas.feld': 'lena.ostrow' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20D', replace: newNetwork },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT1H' },
    { sample: 'google-workspace/admin-password-changed', at: 'P22D' },
    { sample: 'google-workspace/login-success', at: 'P22DT1H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P23D', replace: newNetwork },
    { sample: 'google-workspace/token-activity-gmail', at: 'P24D' },
  ],
})
