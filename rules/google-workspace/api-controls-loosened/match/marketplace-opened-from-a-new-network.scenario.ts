import { scenario } from '../../../lib/scenario.ts'
import { administratorSignsInElsewhere } from '../../scenarios/steps.ts'

export default scenario({
  title: 'An administrator signs in from a new network and opens the Marketplace for all users',
  steps: [
    { sample: 'google-workspace/login-success', at: 'P0D', personas: { 'lena.ostrow': 'joost.hale' } },
    { ...administratorSignsInElsewhere, at: 'P20D' },
    {
      sample: 'google-workspace/admin-marketplace-opened',
      at: 'P20DT10M',
      replace: { '198.51.100.12': '203.0.113.121' },
    },
  ],
})
