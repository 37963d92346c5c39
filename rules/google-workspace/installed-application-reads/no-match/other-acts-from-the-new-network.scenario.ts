import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An administrator in a new network uninstalls one application and installs another, which reads mail days later',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/login-success', at: 'P0D', personas: { 'lena.ostrow': 'joost.hale' } },
    {
      sample: 'google-workspace/login-success',
      at: 'P20D',
      personas: { 'lena.ostrow': 'joost.hale' },
      replace: { '198.51.100.71': '203.0.113.121' },
    },
    { sample: 'google-workspace/admin-app-uninstalled', at: 'P20DT10M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P21D', replace: { 'Inbox Pilot': 'Signature Studio' } },
    {
      sample: 'google-workspace/admin-app-installed',
      at: 'P20DT12M',
      personas: { 'Signature Studio': 'Room Planner' },
      replace: { '198.51.100.12': '203.0.113.121', '5010015020025049575': '5010015020025049576' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P21D',
      replace: {
        'Inbox Pilot': 'Room Planner',
        '"gmail"': '"calendar"',
        'gmail.users.messages.list': 'calendar.events.list',
        '"GMAIL"': '"CALENDAR"',
      },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P28D', replace: { 'Inbox Pilot': 'Room Planner' } },
  ],
})
