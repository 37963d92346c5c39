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
  title: 'A person downloads twenty files with each of two programs',
  start: '2026-03-02T08:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', replace: { '"WEB"': '"NATIVE_DESKTOP"' } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT2H',
      replace: {
        '"WEB"': '"NATIVE_DESKTOP"',
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '288114470930-a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6',
      },
    },
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
      replace: { '417730926581': '288114470930' },
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
      replace: { '417730926581': '288114470930' },
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
