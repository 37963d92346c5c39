import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Applications are registered and deleted without access, or the deletion fails, or the application is old',
  start: '2026-03-12T13:50:00Z',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/application-permission-requested', at: 'PT15M' },
    { sample: 'm365/application-deleted', at: 'PT6H' },
    {
      sample: 'm365/application-added',
      at: 'PT1H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/credential-secret-added',
      at: 'PT2H',
      replace: {
        '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13',
        '"ResultStatus": "Success"': '"ResultStatus": "Failure"',
      },
    },
    {
      sample: 'm365/application-deleted',
      at: 'PT5H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/application-added',
      at: 'PT1H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/credential-secret-added',
      at: 'PT2H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/application-deleted',
      at: 'PT5H',
      replace: {
        '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13',
        '"ResultStatus": "Success"': '"ResultStatus": "Failure"',
      },
    },
    {
      sample: 'm365/application-added',
      at: 'PT1H',
      replace: {
        '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0003-4f5e-9a7c-8d6b4e2f0a13',
        '"ResultStatus": "Success"': '"ResultStatus": "Failure"',
      },
    },
    {
      sample: 'm365/credential-secret-added',
      at: 'PT2H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0003-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/application-deleted',
      at: 'PT5H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0003-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/application-added',
      at: 'PT1H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0004-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/credential-secret-added',
      at: 'PT2H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0004-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/application-deleted',
      at: 'PT5H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0005-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/credential-secret-added',
      at: 'PT3H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0005-4f5e-9a7c-8d6b4e2f0a13' },
    },
  ],
})
