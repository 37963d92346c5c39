import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application known for twenty days reads four mailboxes within a day, one of them twice',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT0S',
      replace: {
        'mara.voss': 'nora.kjell',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4ff-f506-4718-892a-3b4c5d6e7f80',
      },
    },

    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P20DT1H',
      repeat: {
        every: 'PT2H',
        times: 4,
        replace: {
          'mara.voss': ['mara.voss', 'ole.brandt', 'ines.moreau', 'petr.novak'],
          'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': [
            'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80',
            'c2d3e4f6-f506-4718-892a-3b4c5d6e7f80',
            'c2d3e4f7-f506-4718-892a-3b4c5d6e7f80',
            'c2d3e4f8-f506-4718-892a-3b4c5d6e7f80',
          ],
        },
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P20DT7H20M',
      replace: {
        'mara.voss': 'petr.novak',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4f8-f506-4718-892a-3b4c5d6e7f80',
      },
    },
  ],
})
