import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A second factor is registered in a new network; two days later, Office reads a message from another new one',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D' },
    { sample: 'entra/signin-user-app', at: 'P16D', replace: { '198.51.100.23': '203.0.113.90' } },
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'P16DT1H',
      personas: { 'tomas.lindqvist': 'mara.voss' },
      replace: {
        'Add member to role': 'User registered security info',
        '198.51.100.31': '203.0.113.90',
        '"targetResources": [': `"targetResources": [{ "type": "User", "userPrincipalName": "mara.voss@northpier.example", "modifiedProperties": [] },`,
      },
    },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P18D',
      personas: { 'Invoice Sync Helper': 'Microsoft Office' },
      replace: {
        'python-requests/2.32.3': 'Microsoft Office/16.0',
        '/me/messages?$top=1000': '/me/messages/AAMkAGVmMDEzMTM4LTZmYWUtNDdkNC1hMDZi',
        '203.0.113.77': '192.0.2.44',
      },
    },
  ],
})
