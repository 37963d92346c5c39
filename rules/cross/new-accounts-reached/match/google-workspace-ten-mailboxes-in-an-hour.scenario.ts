import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application known for twenty days reads ten mailboxes within an hour; the records arrive hours late',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT0S', personas: { 'lena.ostrow': 'nora.kjell' } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT3M',
      delivered: 'P20DT183M',
      repeat: { every: 'PT5M', times: 10 },
      personas: { 'lena.ostrow': 10 },
    },
  ],
})
