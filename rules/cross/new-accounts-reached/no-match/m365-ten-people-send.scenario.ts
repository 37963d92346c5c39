import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application known for twenty days sends a message for each of ten people within an hour',
  steps: [
    { sample: 'm365/mail-sent-by-app', at: 'PT0S', personas: { 'mara.voss': 'nora.kjell' } },
    {
      sample: 'm365/mail-sent-by-app',
      at: 'P20DT3M',
      repeat: { every: 'PT5M', times: 10 },
      personas: { 'mara.voss': 10 },
    },
  ],
})
