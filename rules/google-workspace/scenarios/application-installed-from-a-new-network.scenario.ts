import { scenario } from '../../lib/scenario.ts'
import { administratorSignsInElsewhere } from './steps.ts'

export default scenario({
  title:
    'An administrator signs in from a new network and installs an application for all users, and the application reads mail',
  steps: [
    { sample: 'google-workspace/login-success', at: 'P0D', personas: { 'lena.ostrow': 'joost.hale' } },
    { ...administratorSignsInElsewhere, at: 'P20D' },
    { sample: 'google-workspace/admin-app-installed', at: 'P20DT10M', replace: { '198.51.100.12': '203.0.113.121' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P22D', replace: { 'Inbox Pilot': 'Signature Studio' } },
  ],
})
