import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'm365/ten-mailboxes-in-a-day',
  title: 'An application reads ten mailboxes within a day',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', replace: {} },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT3H',
      replace: {
        'mara.voss': 'ole.brandt',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4f6-f506-4718-892a-3b4c5d6e7f80',
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT5H',
      replace: {
        'mara.voss': 'ines.moreau',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4f7-f506-4718-892a-3b4c5d6e7f80',
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT7H',
      replace: {
        'mara.voss': 'petr.novak',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4f8-f506-4718-892a-3b4c5d6e7f80',
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT9H',
      replace: {
        'mara.voss': 'aino.lehto',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4f9-f506-4718-892a-3b4c5d6e7f80',
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT11H',
      replace: {
        'mara.voss': 'priya.nand',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4fa-f506-4718-892a-3b4c5d6e7f80',
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT13H',
      replace: {
        'mara.voss': 'jonas.reimer',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4fb-f506-4718-892a-3b4c5d6e7f80',
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT15H',
      replace: {
        'mara.voss': 'lena.ostrow',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4fc-f506-4718-892a-3b4c5d6e7f80',
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT17H',
      replace: {
        'mara.voss': 'tomas.feld',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4fd-f506-4718-892a-3b4c5d6e7f80',
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT19H',
      replace: {
        'mara.voss': 'ines.carver',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4fe-f506-4718-892a-3b4c5d6e7f80',
      },
    },
  ],
})
