import { scenario } from '../../../lib/scenario.ts'
import newApplicationReadsMailAllDay from '../match/m365-new-application-reads-mail-all-day.scenario.ts'

export default scenario({
  ...newApplicationReadsMailAllDay,
  title: 'An application reads mail once after its consent, and twelve times on the third day',
  steps: [
    ...newApplicationReadsMailAllDay.steps.slice(0, -1),
    { sample: 'm365/mail-items-accessed-bind', at: 'P40DT1H' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P42DT1H', repeat: { every: 'PT50M', times: 12 } },
  ],
})
