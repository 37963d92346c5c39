import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application with the recorded consent of only one other user opens the mailbox of another user',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1H' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P1D', repeat: { every: 'P2D', times: 20 } },
    { sample: 'm365/mail-items-accessed-bind', at: 'P42D', personas: { 'mara.voss': 'nora.kjell' } },
  ],
})
