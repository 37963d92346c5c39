import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user registers an application with a secret, and consents to read her own mail',
  start: '2026-03-12T13:50:00Z',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M' },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT30M',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34',
        'Mail.ReadWrite Mail.Send': 'Mail.Read',
      },
    },
  ],
})
