import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client authorized from the usual network continues to read after the reset of a forgotten password',
  steps: [
    {
      sample: 'google-workspace/token-authorize-sign-in-only',
      at: ['PT1M', 'P8D'],
      personas: { 'tomas.feld': 'lena.ostrow' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT1H' },
    { sample: 'google-workspace/admin-password-changed', at: 'P22D' },
    { sample: 'google-workspace/login-success', at: 'P22DT1H' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P24D' },
  ],
})
