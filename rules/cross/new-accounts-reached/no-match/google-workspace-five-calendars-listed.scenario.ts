import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application known for twenty days lists the calendars of five people within an hour',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT0S',
      replace: { 'lena.ostrow': 'nora.kjell', '118204417730926514083': '118204417730926514099' },
    },

    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT3M',
      replace: { 'gmail.users.messages.list': 'calendar.events.list', GMAIL: 'CALENDAR' },
      repeat: {
        every: 'PT5M',
        times: 5,
        replace: {
          'lena.ostrow': ['lena.ostrow', 'ole.brandt', 'ines.moreau', 'petr.novak', 'aino.lehto'],
          '118204417730926514083': [
            '118204417730926514083',
            '118204417730926514084',
            '118204417730926514085',
            '118204417730926514086',
            '118204417730926514087',
          ],
        },
      },
    },
  ],
})
