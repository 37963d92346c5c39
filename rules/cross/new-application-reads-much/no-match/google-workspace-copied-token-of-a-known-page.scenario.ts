import { scenario } from '../../../lib/scenario.ts'
import copiedTokenReadsMailAtOnce from '../match/google-workspace-copied-token-reads-mail-at-once.scenario.ts'

export default scenario({
  ...copiedTokenReadsMailAtOnce,
  title:
    'A token of the OAuth Playground, in use for weeks, reads mail twenty times from a network that is new to the user',
  steps: copiedTokenReadsMailAtOnce.steps.toSpliced(2, 0, {
    sample: 'google-workspace/token-activity-gmail',
    at: 'P20D',
    personas: { 'Inbox Pilot': 'Google OAuth 2.0 Playground' },
    replace: {
      '203.0.113.140': '198.51.100.71',
      'gmail.users.messages.list': 'calendar.events.list',
      '"gmail"': '"calendar"',
      GMAIL: 'CALENDAR',
    },
  }),
})
