import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application known for twenty days reads one mailbox forty times within an hour',
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
    { sample: 'm365/mail-items-accessed-bind', at: 'P20DT1M', repeat: { every: 'PT1M', times: 40 } },
  ],
})
