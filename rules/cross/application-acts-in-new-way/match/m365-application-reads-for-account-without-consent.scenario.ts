import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An application that works for weeks for three users who consented opens the mailbox of another user, who never did',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1H', repeat: { every: 'PT1H', times: 3 }, personas: { 'mara.voss': 3 } },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P1D',
      repeat: { every: 'P1D', times: 41 },
      personas: { 'mara.voss': 3 },
    },
    { sample: 'm365/mail-items-accessed-bind', at: 'P42D', personas: { 'mara.voss': 'nora.kjell' } },
  ],
})
