import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'New applications receive a key, a permission or a consent, and are deleted by the evening',
  start: '2026-03-12T13:50:00Z',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M' },
    { sample: 'm365/application-deleted', at: 'PT6H' },
    {
      sample: 'm365/application-added',
      at: 'PT1H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/app-role-grant-mail',
      at: 'PT2H',
      delivered: 'PT7H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/application-deleted',
      at: 'PT5H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/application-added',
      at: 'PT1H30M',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT2H30M',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/application-deleted',
      at: 'PT5H30M',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13' },
    },
  ],
})
