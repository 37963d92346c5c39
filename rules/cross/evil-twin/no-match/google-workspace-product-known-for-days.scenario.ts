import { scenario } from '../../../lib/scenario.ts'

const step = {
  sample: 'google-workspace/token-authorize-sign-in-only',
  replace: { '590314872206': '590314872301', 'Roadmap Board': 'Harbour Board' },
} as const

export default scenario({
  title: 'A client that the domain has used for days takes the name of a product of Google',
  steps: [
    { ...step, at: 'PT0S' },
    {
      ...step,
      at: 'P3D',
      personas: { 'tomas.feld': 'lena.ostrow' },
      replace: { '590314872206': '590314872301', 'Roadmap Board': 'Google Drive' },
    },
  ],
})
