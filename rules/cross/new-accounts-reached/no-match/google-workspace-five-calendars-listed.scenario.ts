import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application known for twenty days lists the calendars of five people within an hour',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT0S', personas: { 'lena.ostrow': 'nora.kjell' } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT3M',
      personas: { 'lena.ostrow': 5 },
      replace: { 'gmail.users.messages.list': 'calendar.events.list', GMAIL: 'CALENDAR' },
      repeat: { every: 'PT5M', times: 5 },
    },
  ],
})
