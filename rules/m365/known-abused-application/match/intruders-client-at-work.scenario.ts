import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A mail client popular with intruders receives consent, signs in, receives a further permission, and reads mail',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT1M', personas: { 'Invoice Sync Helper': 'eM Client' } },
    { sample: 'entra/signin-user-app', at: 'PT2M', personas: { 'Invoice Sync Helper': 'eM Client' } },
    { sample: 'm365/app-role-grant-mail', at: 'PT3M', personas: { 'Payroll Bridge': 'eM Client' } },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT4M', personas: { 'Invoice Sync Helper': 'eM Client' } },
  ],
})
