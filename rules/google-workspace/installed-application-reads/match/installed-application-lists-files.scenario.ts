import { scenario } from '../../../lib/scenario.ts'

const administrator = { 'lena.ostrow': 'joost.hale', '118204417730926514083': '102946617803351720948' }

export default scenario({
  title:
    'An administrator from a new network installs an application for all users, and a day later the application lists files',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/login-success', at: 'P0D', replace: administrator },
    {
      sample: 'google-workspace/login-success',
      at: 'P20D',
      replace: { ...administrator, '198.51.100.71': '203.0.113.121' },
    },
    { sample: 'google-workspace/admin-app-installed', at: 'P20DT10M', replace: { '198.51.100.12': '203.0.113.121' } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P21D',
      replace: {
        'Inbox Pilot': 'Signature Studio',
        '"gmail"': '"drive"',
        'gmail.users.messages.list': 'drive.files.list',
        '"GMAIL"': '"DRIVE"',
      },
    },
  ],
})
