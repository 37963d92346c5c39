import { scenario } from '../../../lib/scenario.ts'
import changes from '../match/google-workspace-mail-program-of-a-newcomer-changes-events.scenario.ts'

const change = {
  '"gmail"': '"calendar"',
  'gmail.users.messages.list': 'calendar.events.patch',
  '"GMAIL"': '"CALENDAR"',
}

export default scenario({
  ...changes,
  title: 'A mail program granted in a new network lists events there, and changes them at home or after a week',
  steps: [
    ...changes.steps.slice(0, -1),
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P22D',
      replace: {
        ...change,
        'gmail.users.messages.list': 'calendar.events.list',
        '203.0.113.140': '203.0.113.121',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P23D',
      replace: { ...change, '203.0.113.140': '198.51.100.71' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P28D',
      replace: { ...change, '203.0.113.140': '203.0.113.121' },
    },
  ],
})
