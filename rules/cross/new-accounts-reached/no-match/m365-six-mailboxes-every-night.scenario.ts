import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that gets a mailbox more each day reads all six of them every night',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/mail-items-accessed-bind', at: 'P0DT0M', repeat: { every: 'P1D', times: 9 }, replace: {} },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P1DT1M',
      repeat: { every: 'P1D', times: 8 },
      replace: {
        'mara.voss': 'ole.brandt',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4f6-f506-4718-892a-3b4c5d6e7f80',
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P2DT2M',
      repeat: { every: 'P1D', times: 7 },
      replace: {
        'mara.voss': 'ines.moreau',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4f7-f506-4718-892a-3b4c5d6e7f80',
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P3DT3M',
      repeat: { every: 'P1D', times: 6 },
      replace: {
        'mara.voss': 'petr.novak',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4f8-f506-4718-892a-3b4c5d6e7f80',
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P4DT4M',
      repeat: { every: 'P1D', times: 5 },
      replace: {
        'mara.voss': 'aino.lehto',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4f9-f506-4718-892a-3b4c5d6e7f80',
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P5DT5M',
      repeat: { every: 'P1D', times: 4 },
      replace: {
        'mara.voss': 'priya.nand',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4f10-f506-4718-892a-3b4c5d6e7f80',
      },
    },
  ],
})
