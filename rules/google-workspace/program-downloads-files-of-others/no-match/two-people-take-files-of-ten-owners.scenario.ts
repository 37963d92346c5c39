import { scenario } from '../../../lib/scenario.ts'

/** One owner for each file of a day. */
const owners = [
  'ines.falk',
  'ole.brandt',
  'ines.moreau',
  'petr.novak',
  'aino.lehto',
  'mara.voss',
  'joost.hale',
  'selin.okoye',
  'priya.nand',
  'ivo.brandt',
]

export default scenario({
  title: 'Two people each download twenty files with a program',
  start: '2026-03-02T08:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', replace: { '"WEB"': '"NATIVE_DESKTOP"' } },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P1DT2H',
      repeat: {
        every: 'PT30M',
        times: 10,
        replace: {
          'ines.falk': owners,
        },
      },
    },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P2DT2H',
      repeat: {
        every: 'PT30M',
        times: 10,
        replace: {
          'ines.falk': owners,
        },
      },
    },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P3DT2H',
      replace: { 'lena.ostrow': 'tariq.quinn', '118204417730926514083': '118204417730926514099' },
      repeat: {
        every: 'PT30M',
        times: 10,
        replace: {
          'ines.falk': owners,
        },
      },
    },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P4DT2H',
      replace: { 'lena.ostrow': 'tariq.quinn', '118204417730926514083': '118204417730926514099' },
      repeat: {
        every: 'PT30M',
        times: 10,
        replace: {
          'ines.falk': owners,
        },
      },
    },
  ],
})
