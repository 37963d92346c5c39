import { scenario } from '../../../lib/scenario.ts'
import base, { tenMessages } from '../match/messages-of-three-mailboxes-read-in-pages.scenario.ts'

export default scenario({
  ...base,
  title: 'Three people consent to a new application, which reads one message, and twenty pages on the next day',
  steps: base.steps.toSpliced(
    1,
    1,
    { sample: 'm365/mail-items-accessed-bind', at: 'PT10M' },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P1DT1H',
      repeat: { every: 'PT2M', times: 20 },
      personas: { 'mara.voss': 3 },
      replace: tenMessages,
    },
  ),
})
