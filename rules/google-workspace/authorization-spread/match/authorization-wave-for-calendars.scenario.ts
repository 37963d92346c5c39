import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'google-workspace/authorization-wave-for-calendars',
  title: 'Five people let one application write their calendars',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT1H',
      delivered: 'PT3H',
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar.events' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT2H',
      delivered: 'PT4H',
      replace: {
        'lena.ostrow': 'ole.brandt',
        '118204417730926514083': '118204417730926514084',
        'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar.events',
      },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT3H',
      delivered: 'PT5H',
      replace: {
        'lena.ostrow': 'ines.moreau',
        '118204417730926514083': '118204417730926514085',
        'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar.events',
      },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT4H',
      delivered: 'PT6H',
      replace: {
        'lena.ostrow': 'petr.novak',
        '118204417730926514083': '118204417730926514086',
        'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar.events',
      },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT5H',
      delivered: 'PT7H',
      replace: {
        'lena.ostrow': 'aino.lehto',
        '118204417730926514083': '118204417730926514087',
        'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar.events',
      },
    },
  ],
})
