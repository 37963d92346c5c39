import { scenario } from '../../../lib/scenario.ts'
import tokenOfADesktopProgramUsedElsewhere from '../match/google-workspace-token-of-a-desktop-program-used-elsewhere.scenario.ts'

const readOnDesktop = {
  '203.0.113.140': '192.0.2.33',
  '"WEB"': '"NATIVE_DESKTOP"',
  'gmail.users.messages.list': 'gmail.users.messages.get',
}

export default scenario({
  ...tokenOfADesktopProgramUsedElsewhere,
  title:
    'Programs in a new network list mail, read calendars, read as Chrome or a web application, or share thirty messages',
  steps: [
    ...tokenOfADesktopProgramUsedElsewhere.steps.slice(0, 3),
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT3H',
      replace: { '203.0.113.140': '192.0.2.33', '"WEB"': '"NATIVE_DESKTOP"' },
      repeat: { every: 'PT10S', times: 30 },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT4H',
      replace: {
        '203.0.113.140': '192.0.2.33',
        '"WEB"': '"NATIVE_DESKTOP"',
        'gmail.users.messages.list': 'calendar.events.get',
        '"gmail"': '"calendar"',
        GMAIL: 'CALENDAR',
      },
      repeat: { every: 'PT10S', times: 30 },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT5H',
      personas: { 'Inbox Pilot': 'Google Chrome' },
      replace: {
        '203.0.113.140': '192.0.2.33',
        '"WEB"': '"NATIVE_APPLICATION"',
        'gmail.users.messages.list': 'gmail.users.messages.get',
      },
      repeat: { every: 'PT10S', times: 30 },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT6H',
      personas: { 'Inbox Pilot': 'Berth Planner' },
      replace: { 'gmail.users.messages.list': 'gmail.users.messages.get' },
      repeat: { every: 'PT10S', times: 30 },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT7H',
      replace: readOnDesktop,
      repeat: { every: 'PT10S', times: 15 },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT7H10M',
      personas: { 'Inbox Pilot': 'Route Optimizer' },
      replace: readOnDesktop,
      repeat: { every: 'PT10S', times: 15 },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT7H20M',
      replace: {
        '203.0.113.140': '192.0.2.34',
        '"WEB"': '"NATIVE_DESKTOP"',
        'gmail.users.messages.list': 'gmail.users.messages.get',
      },
      repeat: { every: 'PT10S', times: 14 },
    },
  ],
})
