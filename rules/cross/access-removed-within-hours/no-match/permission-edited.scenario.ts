import { scenario } from '../../../lib/scenario.ts'
import removed from '../match/permission-used-and-removed.scenario.ts'

const [granted, used, revoked] = removed.steps.slice(0, 3)
const other = { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' }
const narrow = { 'Mail.ReadWrite': 'Mail.Read' }

export default scenario({
  ...removed,
  title: 'A wider permission replaces an old permission of one application, and a new permission of another',
  steps: [
    { ...granted, at: 'PT0S', replace: narrow },
    { ...granted, at: 'P20D' },
    { ...used, at: 'P20DT1H' },
    { ...revoked, at: 'P20DT2H', replace: narrow },
    { ...granted, at: 'P40D', replace: { ...other, ...narrow } },
    {
      ...used,
      at: 'P40DT1H',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    { ...granted, at: 'P40DT2H', replace: other },
    { ...revoked, at: 'P40DT3H', replace: { ...other, ...narrow } },
  ] as typeof removed.steps,
})
