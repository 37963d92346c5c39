import { administratorSignsInElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator signs in from a new network and adds access to all mail to the delegation of a client',
  steps: [
    { sample: 'google-workspace/login-success', at: 'P0D', personas: { 'lena.ostrow': 'joost.hale' } },
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'P1D',
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/admin.directory.user.readonly' },
    },
    { ...administratorSignsInElsewhere, at: 'P20D' },
    { sample: 'google-workspace/admin-delegation-granted', at: 'P22D', replace: { '198.51.100.12': '203.0.113.121' } },
  ],
})
