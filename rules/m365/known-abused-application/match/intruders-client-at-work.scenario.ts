import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A mail client popular with intruders receives consent, signs in, receives a further permission, and reads mail',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/service-principal-added',
      at: 'PT1M',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd' },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'PT2M',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd' },
    },
    {
      sample: 'm365/app-role-grant-mail',
      at: 'PT3M',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd' },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT4M',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd' },
    },
  ],
})
