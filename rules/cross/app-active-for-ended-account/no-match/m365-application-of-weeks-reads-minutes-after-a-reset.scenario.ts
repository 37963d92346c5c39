import { scenario } from '../../../lib/scenario.ts'
import reading from '../match/m365-new-application-reads-minutes-after-a-reset.scenario.ts'

export default scenario({
  ...reading,
  title: 'The help desk resets a password, and an application that the user connected weeks before reads on at once',
  steps: [
    ...reading.steps.slice(0, 3),
    { sample: 'm365/password-reset', at: 'P15D' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P15DT6M' },
  ],
})
