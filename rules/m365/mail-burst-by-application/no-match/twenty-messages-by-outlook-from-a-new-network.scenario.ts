import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A traveling user sends twenty messages with Outlook',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    {
      sample: 'm365/mail-sent-by-app',
      at: 'P16D',
      repeat: { every: 'PT90S', times: 20 },
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
        '203.0.113.77': '192.0.2.33',
      },
    },
  ],
})
