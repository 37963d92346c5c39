import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three attempts to give new applications a secret and a permission each fail at one step',
  start: '2026-03-12T13:50:00Z',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    {
      sample: 'm365/credential-secret-added',
      at: 'PT15M',
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
    { sample: 'm365/app-role-grant-critical', at: 'PT30M' },
    {
      sample: 'm365/application-added',
      at: 'PT3H8M',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/credential-secret-added',
      at: 'PT3H15M',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/app-role-grant-critical',
      at: 'PT3H30M',
      replace: {
        '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13',
        '"ResultStatus": "Success"': '"ResultStatus": "Failure"',
      },
    },
    {
      sample: 'm365/application-added',
      at: 'PT6H8M',
      replace: {
        '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13',
        '"ResultStatus": "Success"': '"ResultStatus": "Failure"',
      },
    },
    {
      sample: 'm365/credential-secret-added',
      at: 'PT6H15M',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/app-role-grant-critical',
      at: 'PT6H30M',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13' },
    },
  ],
})
