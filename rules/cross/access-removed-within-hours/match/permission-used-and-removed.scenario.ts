import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'Applications receive a permission and read mail; within hours, one with a later permission for other data loses it, and another is deleted',
  steps: [
    { sample: 'm365/app-role-grant-mail', at: 'PT0S' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', personas: { 'Invoice Sync Helper': 'Payroll Bridge' } },
    { sample: 'm365/app-role-removed', at: 'PT5H' },
    { sample: 'm365/app-role-grant-mail', at: 'PT6H', personas: { 'Payroll Bridge': 'Berth Planner' } },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT7H', personas: { 'Invoice Sync Helper': 'Berth Planner' } },
    { sample: 'm365/application-deleted', at: 'PT8H', personas: { 'Payroll Bridge': 'Berth Planner' } },
    { sample: 'm365/app-role-grant-mail', at: 'PT4H', replace: { 'Mail.ReadWrite': 'Calendars.Read' } },
  ],
})
