import { scenario } from '../../../lib/scenario.ts'
import newApplicationReadsMailAllDay from './m365-new-application-reads-mail-all-day.scenario.ts'

export default scenario({
  ...newApplicationReadsMailAllDay,
  title: 'A new application reads the mail of two accounts seven times each',
  steps: [
    ...newApplicationReadsMailAllDay.steps.slice(0, -1),
    { sample: 'm365/mail-items-accessed-bind', at: 'P40DT1H', repeat: { every: 'PT1H', times: 7 } },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P40DT1H5M',
      repeat: { every: 'PT1H', times: 7 },
      personas: { 'mara.voss': 'ole.brandt' },
    },
  ],
})
