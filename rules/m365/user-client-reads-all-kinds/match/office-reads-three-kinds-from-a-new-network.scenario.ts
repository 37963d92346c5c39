import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Office reads mail, files and chats from a new network within an hour',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P16DT1M',
      repeat: { every: 'PT1M', times: 8 },
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
        'python-requests/2.32.3': 'Microsoft Office/16.0',
        '/me/messages?$top=1000': '/me/messages',
      },
    },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P16DT13M',
      repeat: { every: 'PT1M', times: 8 },
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
        'python-requests/2.32.3': 'Microsoft Office/16.0',
        '/me/messages?$top=1000': '/me/drive/root/children',
      },
    },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P16DT25M',
      repeat: { every: 'PT1M', times: 8 },
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
        'python-requests/2.32.3': 'Microsoft Office/16.0',
        '/me/messages?$top=1000': '/me/chats',
      },
    },
  ],
})
