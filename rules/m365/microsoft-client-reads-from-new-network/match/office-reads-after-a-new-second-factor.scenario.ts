import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A second factor is registered in a new network; two days later, Office reads a message from another new one',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    { sample: 'entra/signin-user-app', at: 'P16D', replace: { db68a80f: 'db68a82f', '198.51.100.23': '203.0.113.90' } },
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'P16DT1H',
      replace: {
        'Add member to role': 'User registered security info',
        'tomas.lindqvist': 'mara.voss',
        '198.51.100.31': '203.0.113.90',
        '"targetResources": [': `"targetResources": [{ "type": "User", "userPrincipalName": "mara.voss@northpier.example", "modifiedProperties": [] },`,
      },
    },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P18D',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
        'python-requests/2.32.3': 'Microsoft Office/16.0',
        '/me/messages?$top=1000': '/me/messages/AAMkAGVmMDEzMTM4LTZmYWUtNDdkNC1hMDZi',
        '203.0.113.77': '192.0.2.44',
      },
    },
  ],
})
