import { scenario } from '../../../lib/scenario.ts'
import removed from '../match/permission-used-and-removed.scenario.ts'

const [granted, used, revoked] = removed.steps.slice(0, 3)
const other = { 'Payroll Bridge': 'Berth Planner' }
const narrow = { 'Mail.ReadWrite': 'Mail.Read' }

export default scenario({
  ...removed,
  title: 'A wider permission replaces an old permission of one application, and a new permission of another',
  steps: [
    { ...granted, at: 'PT0S', replace: narrow },
    { ...granted, at: 'P20D' },
    { ...used, at: 'P20DT1H' },
    { ...revoked, at: 'P20DT2H', replace: narrow },
    { ...granted, at: 'P40D', personas: other, replace: narrow },
    { ...used, at: 'P40DT1H', personas: { 'Invoice Sync Helper': 'Berth Planner' } },
    { ...granted, at: 'P40DT2H', personas: other },
    { ...revoked, at: 'P40DT3H', personas: other, replace: narrow },
  ] as typeof removed.steps,
})
