import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account signs in from a new network, and makes a person an administrator',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/audit-role-removed-in-pim-permanent', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P16D',
      replace: { '"isInteractive": false': '"isInteractive": true' },
    },
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'P16DT1H',
      replace: {
        '"type": "ServicePrincipal"': '"type": "User"',
        '"userPrincipalName": null': '"userPrincipalName": "jonas.reimer@northpier.example"',
        'tomas.lindqvist': 'mara.voss',
        '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f': '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514',
        '198.51.100.31': '203.0.113.90',
      },
    },
  ],
})
