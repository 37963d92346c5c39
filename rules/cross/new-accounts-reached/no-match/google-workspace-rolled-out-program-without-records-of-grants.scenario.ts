import { scenario } from '../../../lib/scenario.ts'

const granted = 'google-workspace/token-authorize-mail'
const used = 'google-workspace/token-activity-gmail'

export default scenario({
  title:
    'Three people authorize an application known for twenty days, and a day later it acts for five others whose grants the log does not contain',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: used, at: 'PT0S', personas: { 'lena.ostrow': 'nora.kjell' } },
    {
      sample: granted,
      at: 'P19D',
      repeat: { every: 'PT1H', times: 3 },
      personas: { 'lena.ostrow': ['nora.kjell', 'mara.voss', 'ivo.brandt'] },
    },
    {
      sample: used,
      at: 'P20DT20M',
      repeat: { every: 'PT7M', times: 5 },
      personas: { 'lena.ostrow': ['lena.ostrow', 'ole.brandt', 'ines.moreau', 'petr.novak', 'aino.lehto'] },
    },
  ],
})
