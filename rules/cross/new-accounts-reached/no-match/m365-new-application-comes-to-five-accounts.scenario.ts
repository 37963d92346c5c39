import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that appeared last week downloads files of five new users',
  steps: [
    { sample: 'm365/file-downloaded-by-app', at: 'PT0S', repeat: { every: 'P1D', times: 6 } },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P6DT8M',
      repeat: { every: 'PT5M', times: 5 },
      personas: { 'mara.voss': ['ole.brandt', 'ines.moreau', 'petr.novak', 'aino.lehto', 'priya.nand'] },
    },
  ],
})
