import { scenario } from '../../../lib/scenario.ts'
import { userSignsInElsewhere } from '../../scenarios/steps.ts'

export default scenario({
  title: 'A user joins four services in the usual network, and two of them and one other again from a new network',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    {
      sample: 'google-workspace/token-authorize-sign-in-only',
      at: 'P15DT1H',
      repeat: { every: 'PT2M', times: 4 },
      personas: { 'tomas.feld': 'lena.ostrow', 'Roadmap Board': 4 },
      replace: { '198.51.100.84': '198.51.100.71' },
    },
    { ...userSignsInElsewhere, at: 'P16D' },
    {
      sample: 'google-workspace/token-authorize-sign-in-only',
      at: 'P16DT10M',
      repeat: { every: 'PT2M', times: 4 },
      personas: { 'tomas.feld': 'lena.ostrow', 'Roadmap Board': 3 },
      replace: { '198.51.100.84': '192.0.2.33' },
    },
  ],
})
