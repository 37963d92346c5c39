import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two applications send fifteen messages each from one mailbox',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/mail-sent-by-app', at: 'PT1S', repeat: { every: 'PT5S', times: 15 } },
    {
      sample: 'm365/mail-sent-by-app',
      at: 'PT3S',
      repeat: { every: 'PT5S', times: 15 },
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
  ],
})
