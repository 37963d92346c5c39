import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'm365/new-application-comes-to-five-accounts',
  title: 'An application that came last week downloads files of five people who were not there on its first day',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/file-downloaded-by-app', at: 'PT0S', repeat: { every: 'P1D', times: 6 } },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P6DT8M',
      replace: { 'mara.voss': 'ole.brandt', '10032002a1b2c3d4': '10032002a1b2c3e1' },
    },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P6DT13M',
      replace: { 'mara.voss': 'ines.moreau', '10032002a1b2c3d4': '10032002a1b2c3e2' },
    },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P6DT18M',
      replace: { 'mara.voss': 'petr.novak', '10032002a1b2c3d4': '10032002a1b2c3e3' },
    },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P6DT23M',
      replace: { 'mara.voss': 'aino.lehto', '10032002a1b2c3d4': '10032002a1b2c3e4' },
    },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P6DT28M',
      replace: { 'mara.voss': 'priya.nand', '10032002a1b2c3d4': '10032002a1b2c3e5' },
    },
  ],
})
