import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'google-workspace/scope-escalation-denied',
  title: 'An application that could read a calendar asks for all mail and is denied',
  start: '2026-04-06T08:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT21M',
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar.readonly' },
    },
    {
      sample: 'google-workspace/token-deny',
      at: 'P20D',
      replace: { 'priya.nand': 'lena.ostrow', '113380562947701184259': '118204417730926514083' },
    },
  ],
})
