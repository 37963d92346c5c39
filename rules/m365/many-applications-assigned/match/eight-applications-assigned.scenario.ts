import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One account receives eight application assignments within minutes',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/user-assigned',
      at: 'PT3M',
      repeat: {
        every: 'PT1M',
        times: 8,
        replace: {
          'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': [
            'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13',
            'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13',
            'a1b2c3d4-0003-4f5e-9a7c-8d6b4e2f0a13',
            'a1b2c3d4-0004-4f5e-9a7c-8d6b4e2f0a13',
            'a1b2c3d4-0005-4f5e-9a7c-8d6b4e2f0a13',
            'a1b2c3d4-0006-4f5e-9a7c-8d6b4e2f0a13',
            'a1b2c3d4-0007-4f5e-9a7c-8d6b4e2f0a13',
            'a1b2c3d4-0008-4f5e-9a7c-8d6b4e2f0a13',
          ],
        },
      },
    },
  ],
})
