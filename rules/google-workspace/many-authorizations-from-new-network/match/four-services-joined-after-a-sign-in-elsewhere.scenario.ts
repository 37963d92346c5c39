import { scenario } from '../../../lib/scenario.ts'
import { userSignsInElsewhere } from '../../scenarios/steps.ts'

export default scenario({
  title: 'A user signs in from a new network, and then with Google at four services within minutes',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    { ...userSignsInElsewhere, at: 'P16D' },
    {
      sample: 'google-workspace/token-authorize-sign-in-only',
      at: 'P16DT10M',
      repeat: { every: 'PT2M', times: 4 },
      personas: { 'tomas.feld': 'lena.ostrow', 'Roadmap Board': 4 },
      replace: { '198.51.100.84': '192.0.2.33' },
    },
  ],
})
