import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that has worked for one person for twenty days downloads files of five others',
  steps: [
    { sample: 'm365/file-downloaded-by-app', at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P20DT8M',
      repeat: { every: 'PT5M', times: 5 },
      personas: { 'mara.voss': ['ole.brandt', 'ines.moreau', 'petr.novak', 'aino.lehto', 'priya.nand'] },
    },
  ],
})
