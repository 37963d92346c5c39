import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user is suspended a day after an authorization, and the tokens of the application remain',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M', delivered: 'PT3H' },
    { sample: 'google-workspace/admin-user-suspended', at: 'P1D', delivered: 'P1DT1H' },
    { sample: 'google-workspace/login-success', at: 'P3D', personas: { 'lena.ostrow': 'tomas.feld' } },
  ],
})
