import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application known for twenty days reads two mailboxes within a day, each of them twice',
  steps: [
    { sample: 'm365/mail-items-accessed-bind', at: 'PT0S', personas: { 'mara.voss': 'nora.kjell' } },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P20DT1H',
      repeat: { every: 'PT2H', times: 4 },
      personas: { 'mara.voss': 2 },
    },
  ],
})
