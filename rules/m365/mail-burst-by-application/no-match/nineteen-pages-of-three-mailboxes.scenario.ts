import { scenario } from '../../../lib/scenario.ts'
import base, { tenMessages } from '../match/messages-of-three-mailboxes-read-in-pages.scenario.ts'

export default scenario({
  ...base,
  title: 'Three people consent to a new application, which reads their mailboxes in nineteen pages',
  steps: base.steps.with(-1, {
    sample: 'm365/mail-items-accessed-bind',
    at: 'PT10M',
    repeat: { every: 'PT2M', times: 19 },
    personas: { 'mara.voss': 3 },
    replace: tenMessages,
  }),
})
