import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Office and a third-party application read mail from a new network',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P16D',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
        'python-requests/2.32.3': 'Microsoft Office/16.0',
      },
    },
    { sample: 'entra/graph-user-lists-mail', at: 'P16DT1H', replace: { '9b677fcc': '9b677fcd' } },
  ],
})
