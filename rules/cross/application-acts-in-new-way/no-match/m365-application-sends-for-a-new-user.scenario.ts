import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that read mail for weeks sends its first message for a user who consented three days ago',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1H', personas: { 'mara.voss': 'nora.kjell' } },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P1D',
      repeat: { every: 'P2D', times: 15 },
      personas: { 'mara.voss': 'nora.kjell' },
    },
    { sample: 'm365/consent-user-mail', at: 'P37D' },
    { sample: 'm365/mail-sent-by-app', at: 'P40D' },
  ],
})
