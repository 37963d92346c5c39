import { scenario } from '../../../lib/scenario.ts'
import removed from '../match/m365-application-removed-for-one-reads-another.scenario.ts'

export default scenario({
  ...removed,
  title: 'An hour after the grant of one account was removed, the application reads the mail of another account',
  steps: removed.steps.with(4, {
    sample: 'm365/mail-items-accessed-bind',
    at: 'P2DT1H',
    personas: { 'mara.voss': 'ole.brandt' },
  }),
})
