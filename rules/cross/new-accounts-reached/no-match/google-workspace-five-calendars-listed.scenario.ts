import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'google-workspace/five-calendars-listed',
  title: 'An application lists the calendars of five people within an hour',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT3M',
      replace: { 'gmail.users.messages.list': 'calendar.events.list', GMAIL: 'CALENDAR' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT8M',
      replace: {
        'gmail.users.messages.list': 'calendar.events.list',
        GMAIL: 'CALENDAR',
        'lena.ostrow': 'ole.brandt',
        '118204417730926514083': '118204417730926514084',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT13M',
      replace: {
        'gmail.users.messages.list': 'calendar.events.list',
        GMAIL: 'CALENDAR',
        'lena.ostrow': 'ines.moreau',
        '118204417730926514083': '118204417730926514085',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT18M',
      replace: {
        'gmail.users.messages.list': 'calendar.events.list',
        GMAIL: 'CALENDAR',
        'lena.ostrow': 'petr.novak',
        '118204417730926514083': '118204417730926514086',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT23M',
      replace: {
        'gmail.users.messages.list': 'calendar.events.list',
        GMAIL: 'CALENDAR',
        'lena.ostrow': 'aino.lehto',
        '118204417730926514083': '118204417730926514087',
      },
    },
  ],
})
