import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user removes a sign-in-only tool, and signs in to the tool again the next day',
  steps: [
    { sample: 'google-workspace/token-authorize-sign-in-only', at: 'PT21M' },
    {
      sample: 'google-workspace/token-revoke-mail',
      at: 'P3D',
      personas: { 'lena.ostrow': 'tomas.feld', 'Inbox Pilot': 'Roadmap Board' },
      replace: { 'https://mail.google.com/': 'openid' },
    },
    { sample: 'google-workspace/token-authorize-sign-in-only', at: 'P4D' },
  ],
})
