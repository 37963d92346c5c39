import { scenario } from '../../../lib/scenario.ts'
import removed from '../match/permission-used-and-removed.scenario.ts'

const [granted, used, revoked] = removed.steps.slice(0, 3)

export default scenario({
  ...removed,
  title: 'An application that held a permission for weeks receives a narrower one, reads mail, and loses the wider one',
  steps: [
    { ...granted, at: 'PT0S' },
    { ...granted, at: 'P20D', replace: { 'Mail.ReadWrite': 'Mail.Read' } },
    { ...used, at: 'P20DT1H' },
    { ...revoked, at: 'P20DT2H' },
  ] as typeof removed.steps,
})
