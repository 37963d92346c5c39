import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'm365/ten-people-have-a-file-read',
  title: 'An application downloads a file of each of ten people within an hour',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/file-downloaded-by-app', at: 'PT3M', replace: {} },
    { sample: 'm365/file-downloaded-by-app', at: 'PT8M', replace: { 'mara.voss': 'ole.brandt' } },
    { sample: 'm365/file-downloaded-by-app', at: 'PT13M', replace: { 'mara.voss': 'ines.moreau' } },
    { sample: 'm365/file-downloaded-by-app', at: 'PT18M', replace: { 'mara.voss': 'petr.novak' } },
    { sample: 'm365/file-downloaded-by-app', at: 'PT23M', replace: { 'mara.voss': 'aino.lehto' } },
    { sample: 'm365/file-downloaded-by-app', at: 'PT28M', replace: { 'mara.voss': 'priya.nand' } },
    { sample: 'm365/file-downloaded-by-app', at: 'PT33M', replace: { 'mara.voss': 'jonas.reimer' } },
    { sample: 'm365/file-downloaded-by-app', at: 'PT38M', replace: { 'mara.voss': 'lena.ostrow' } },
    { sample: 'm365/file-downloaded-by-app', at: 'PT43M', replace: { 'mara.voss': 'tomas.feld' } },
    { sample: 'm365/file-downloaded-by-app', at: 'PT48M', replace: { 'mara.voss': 'ines.carver' } },
  ],
})
