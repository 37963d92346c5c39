import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The holder of a role of the organization itself authorizes a mail application',
  steps: [
    { sample: 'google-workspace/admin-role-to-user', at: 'PT1H', replace: { _SEED_ADMIN_ROLE: 'Print operators' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P2D', personas: { 'lena.ostrow': 'tomas.feld' } },
  ],
})
