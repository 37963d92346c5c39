import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application sends ten messages from one mailbox, and four hours later ten from another',
  steps: [
    { sample: 'm365/mail-sent-by-app', at: 'PT1S', repeat: { every: 'PT40S', times: 10 } },
    {
      sample: 'm365/mail-sent-by-app',
      at: 'PT4H',
      repeat: { every: 'PT40S', times: 10 },
      personas: { 'mara.voss': 'ole.brandt' },
    },
  ],
})
