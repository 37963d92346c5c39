import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'Applications receive a permission and read mail; within hours, one with a later permission for other data loses it, and another is deleted',
  start: '2026-03-12T08:00:00Z',
  steps: [
    { sample: 'm365/app-role-grant-mail', at: 'PT0S' },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT1H',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34' },
    },
    { sample: 'm365/app-role-removed', at: 'PT5H' },
    {
      sample: 'm365/app-role-grant-mail',
      at: 'PT6H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT7H',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/application-deleted',
      at: 'PT8H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    { sample: 'm365/app-role-grant-mail', at: 'PT4H', replace: { 'Mail.ReadWrite': 'Calendars.Read' } },
  ],
})
