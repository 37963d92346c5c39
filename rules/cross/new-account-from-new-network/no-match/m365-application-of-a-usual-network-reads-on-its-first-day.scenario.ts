import { scenario } from '../../../lib/scenario.ts'
import day from '../match/m365-application-of-a-new-network-reads-on-its-first-day.scenario.ts'

export default scenario({
  ...day,
  title:
    'From the usual network, an administrator gives a new application access to all mail, and it reads a mailbox that day',
  steps: day.steps.toSpliced(2, 1).with(2, {
    sample: 'entra/audit-app-role-grant-critical',
    at: 'P20DT20M',
    replace: { '198.51.100.31': '198.51.100.23' },
  }),
})
