import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The record of a suspension arrives after the records of the later calls for the user',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'P9DT5H', delivered: 'P9DT6H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M', delivered: 'P9DT7H' },
    { sample: 'google-workspace/admin-user-suspended', at: 'P9D', delivered: 'P9DT20H' },
    { sample: 'google-workspace/login-success', at: 'P11D', personas: { 'lena.ostrow': 'tomas.feld' } },
  ],
})
