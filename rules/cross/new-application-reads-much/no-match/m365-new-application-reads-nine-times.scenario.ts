import { scenario } from '../../../lib/scenario.ts'
import newApplicationReadsMailAllDay from '../match/m365-new-application-reads-mail-all-day.scenario.ts'

export default scenario({
  ...newApplicationReadsMailAllDay,
  title: 'A new application reads mail nine times on the day of its consent',
  steps: newApplicationReadsMailAllDay.steps.with(-1, {
    sample: 'm365/mail-items-accessed-bind',
    at: 'P40DT1H',
    repeat: { every: 'PT50M', times: 9 },
  }),
})
