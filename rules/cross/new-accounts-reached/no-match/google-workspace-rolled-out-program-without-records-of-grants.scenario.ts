import { scenario } from '../../../lib/scenario.ts'

const granted = 'google-workspace/token-authorize-mail'
const used = 'google-workspace/token-activity-gmail'

export default scenario({
  title:
    'Three people authorize an application that five colleagues have used for forty days, and a day later it acts for five others whose grants the log does not contain',
  steps: [
    {
      sample: granted,
      at: 'PT0S',
      repeat: { every: 'PT1H', times: 5 },
      personas: { 'lena.ostrow': ['tomas.lindqvist', 'jonas.reimer', 'ines.carver', 'priya.nand', 'joost.hale'] },
    },
    { sample: used, at: 'PT20M', personas: { 'lena.ostrow': 'tomas.lindqvist' } },
    {
      sample: granted,
      at: 'P39D',
      repeat: { every: 'PT1H', times: 3 },
      personas: { 'lena.ostrow': ['nora.kjell', 'mara.voss', 'ivo.brandt'] },
    },
    {
      sample: used,
      at: 'P40DT20M',
      repeat: { every: 'PT7M', times: 5 },
      personas: { 'lena.ostrow': ['lena.ostrow', 'ole.brandt', 'ines.moreau', 'petr.novak', 'aino.lehto'] },
    },
  ],
})
