import { scenario } from '../../../lib/scenario.ts'
import { administratorSignsInElsewhere } from '../../scenarios/steps.ts'

export default scenario({
  title:
    'An administrator from a new network installs an application for all users, and a day later the application lists files',
  steps: [
    { sample: 'google-workspace/login-success', at: 'P0D', personas: { 'lena.ostrow': 'joost.hale' } },
    { ...administratorSignsInElsewhere, at: 'P20D' },
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
