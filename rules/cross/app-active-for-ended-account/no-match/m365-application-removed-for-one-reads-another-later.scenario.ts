import { scenario } from '../../../lib/scenario.ts'
import removed from '../match/m365-application-removed-for-one-reads-another.scenario.ts'

export default scenario({
  ...removed,
  title: 'The grant of one account was removed, and the application reads the mail of another account eight days later',
  steps: removed.steps.with(4, {
    sample: 'm365/mail-items-accessed-bind',
    at: 'P10DT1H',
    personas: { 'mara.voss': 'ole.brandt' },
  }),
})
