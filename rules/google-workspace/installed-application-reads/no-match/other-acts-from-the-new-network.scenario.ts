import { scenario } from '../../../lib/scenario.ts'
import installedApplicationListsFiles from '../match/installed-application-lists-files.scenario.ts'

export default scenario({
  ...installedApplicationListsFiles,
  title:
    'An administrator in a new network uninstalls one application and installs another, which reads mail days later',
  steps: [
    ...installedApplicationListsFiles.steps.slice(0, 2),
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
