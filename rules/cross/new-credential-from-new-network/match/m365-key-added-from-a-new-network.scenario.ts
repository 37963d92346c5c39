import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account that appeared in a new network today adds a secret to an application in use',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 20 },
      replace: { 'mara.voss@northpier.example': 'tomas.lindqvist@northpier.example' },
    },
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT1H',
      repeat: { every: 'P1D', times: 20 },
      replace: {
        '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34',
        'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01': 'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20',
      },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'P20D',
      replace: { '198.51.100.23': '192.0.2.33', 'mara.voss@northpier.example': 'tomas.lindqvist@northpier.example' },
    },
    { sample: 'm365/credential-secret-added', at: 'P20DT20M' },
  ],
})
