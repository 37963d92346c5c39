import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two applications read four mailboxes each within an hour',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT3M',
      repeat: {
        every: 'PT5M',
        times: 8,
        replace: {
          'mara.voss': [
            'mara.voss',
            'ole.brandt',
            'ines.moreau',
            'petr.novak',
            'mara.voss',
            'ole.brandt',
            'ines.moreau',
            'petr.novak',
          ],
          'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': [
            'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80',
            'c2d3e4f6-f506-4718-892a-3b4c5d6e7f80',
            'c2d3e4f7-f506-4718-892a-3b4c5d6e7f80',
            'c2d3e4f8-f506-4718-892a-3b4c5d6e7f80',
            'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80',
            'c2d3e4f6-f506-4718-892a-3b4c5d6e7f80',
            'c2d3e4f7-f506-4718-892a-3b4c5d6e7f80',
            'c2d3e4f8-f506-4718-892a-3b4c5d6e7f80',
          ],
          'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': [
            'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
            'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
            'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
            'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
            '5f0e9d3c-7b21-4c68-a1d4-0e9b8c7d6f52',
            '5f0e9d3c-7b21-4c68-a1d4-0e9b8c7d6f52',
            '5f0e9d3c-7b21-4c68-a1d4-0e9b8c7d6f52',
            '5f0e9d3c-7b21-4c68-a1d4-0e9b8c7d6f52',
          ],
        },
      },
    },
  ],
})
