import { scenario } from '../../../lib/scenario.ts'
import newApplicationReadsMailAllDay from '../match/m365-new-application-reads-mail-all-day.scenario.ts'

export default scenario({
  ...newApplicationReadsMailAllDay,
  title: 'A new mail program synchronizes a mailbox twelve times after its consent',
  steps: newApplicationReadsMailAllDay.steps.with(-1, {
    sample: 'm365/mail-items-accessed-sync',
    at: 'P40DT1H',
    repeat: { every: 'PT1M', times: 12 },
  }),
})
