import { scenario } from '../../../lib/scenario.ts'
import tenMailboxesInADay from '../match/m365-ten-mailboxes-in-a-day.scenario.ts'

export default scenario({
  ...tenMailboxesInADay,
  title: 'An application known for twenty days is denied access to ten mailboxes within an hour',
  steps: tenMailboxesInADay.steps.with(-1, {
    sample: 'm365/mail-items-accessed-bind',
    at: 'P20DT3M',
    replace: { '"ResultStatus": "Succeeded"': '"ResultStatus": "Failed"' },
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
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': [
          'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80',
          'c2d3e4f6-f506-4718-892a-3b4c5d6e7f80',
          'c2d3e4f7-f506-4718-892a-3b4c5d6e7f80',
          'c2d3e4f8-f506-4718-892a-3b4c5d6e7f80',
          'c2d3e4f9-f506-4718-892a-3b4c5d6e7f80',
          'c2d3e4fa-f506-4718-892a-3b4c5d6e7f80',
          'c2d3e4fb-f506-4718-892a-3b4c5d6e7f80',
          'c2d3e4fc-f506-4718-892a-3b4c5d6e7f80',
          'c2d3e4fd-f506-4718-892a-3b4c5d6e7f80',
          'c2d3e4fe-f506-4718-892a-3b4c5d6e7f80',
        ],
      },
    },
  }),
})
