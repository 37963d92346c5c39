import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A mail client popular with intruders receives consent, signs in, receives a further permission, and reads mail',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT1M', cast: { 'Invoice Sync Helper': 'eM Client' } },
    { sample: 'entra/signin-user-app', at: 'PT2M', cast: { 'Invoice Sync Helper': 'eM Client' } },
    { sample: 'm365/app-role-grant-mail', at: 'PT3M', cast: { 'Payroll Bridge': 'eM Client' } },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT4M', cast: { 'Invoice Sync Helper': 'eM Client' } },
  ],
})
