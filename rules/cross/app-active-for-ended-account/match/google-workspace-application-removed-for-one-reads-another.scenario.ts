import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An administrator changes a password and revokes a token, and the application reads the mail of another account',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'P1D' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P1DT1H', personas: { 'lena.ostrow': 'ole.brandt' } },
    { sample: 'google-workspace/admin-password-changed', at: 'P2D' },
    { sample: 'google-workspace/admin-token-revoked', at: 'P2DT10M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P3D', personas: { 'lena.ostrow': 'ole.brandt' } },
  ],
})
