import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application downloads a file of each of ten people within an hour',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT3M',
      repeat: {
        every: 'PT5M',
        times: 10,
        replace: {
          'mara.voss': [
            'mara.voss',
            'ole.brandt',
            'ines.moreau',
            'petr.novak',
            'aino.lehto',
            'priya.nand',
            'jonas.reimer',
            'lena.ostrow',
            'tomas.feld',
            'ines.carver',
          ],
        },
      },
    },
  ],
})
