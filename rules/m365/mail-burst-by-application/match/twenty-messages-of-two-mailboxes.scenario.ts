import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application sends ten messages from each of two mailboxes',
  steps: [
    { sample: 'm365/mail-sent-by-app', at: 'PT1S', repeat: { every: 'PT5S', times: 10 } },
    {
      sample: 'm365/mail-sent-by-app',
      at: 'PT3S',
      repeat: { every: 'PT5S', times: 10 },
      personas: { 'mara.voss': 'ole.brandt' },
    },
  ],
})
