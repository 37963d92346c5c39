import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants all mail to a program on a device that only had the calendar',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P1D',
      replace: {
        '"WEB"': '"NATIVE_DESKTOP"',
        'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar.events',
      },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20D', replace: { '"WEB"': '"NATIVE_DESKTOP"' } },
  ],
})
