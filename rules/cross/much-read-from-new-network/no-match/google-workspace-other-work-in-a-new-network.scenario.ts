import { scenario } from '../../../lib/scenario.ts'

const readOnDesktop = {
  '203.0.113.140': '192.0.2.33',
  '"WEB"': '"NATIVE_DESKTOP"',
  'gmail.users.messages.list': 'gmail.users.messages.get',
}

export default scenario({
  title:
    'Programs in a new network list mail, read calendars, read as Chrome or a web application, or share thirty messages',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      replace: { '203.0.113.140': '198.51.100.71', '"WEB"': '"NATIVE_DESKTOP"' },
      repeat: { every: 'P1D', times: 20 },
    },
    { sample: 'google-workspace/login-success', at: 'P8D' },
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
