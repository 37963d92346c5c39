import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs in from a new network, and then with Google at four services within minutes',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    {
      sample: 'google-workspace/login-success',
      at: 'P16D',
      replace: { '"ipAddress": "198.51.100.71"': '"ipAddress": "192.0.2.33"' },
    },
    {
      sample: 'google-workspace/token-authorize-sign-in-only',
      at: 'P16DT10M',
      repeat: { every: 'PT2M', times: 4 },
      personas: { 'tomas.feld': 'lena.ostrow', 'Roadmap Board': 4 },
      replace: { '198.51.100.84': '192.0.2.33' },
    },
  ],
})
