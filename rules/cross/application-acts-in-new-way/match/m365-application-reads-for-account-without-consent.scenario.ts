import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An application that works for weeks for one user who consented opens the mailbox of another user, who never did',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1H' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P1D', repeat: { every: 'P2D', times: 20 } },
    { sample: 'm365/mail-items-accessed-bind', at: 'P42D', personas: { 'mara.voss': 'nora.kjell' } },
  ],
})
