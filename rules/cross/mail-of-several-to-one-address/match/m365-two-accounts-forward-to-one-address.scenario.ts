import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two mailboxes receive the same forwarding address from their own sessions',
  steps: [
    { sample: 'm365/mailbox-forwards-outside', at: 'PT1H', personas: { 'mara.voss': 'tomas.lindqvist' } },
    {
      sample: 'm365/mailbox-forwards-outside',
      at: 'P2D',
      personas: { 'tomas.lindqvist': 'ole.brandt', 'mara.voss': 'ole.brandt' },
    },
  ],
})
