import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'Three people authorize a new application, which shares a file, and an hour later a fourth person authorizes it',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT0S', personas: { 'Inbox Pilot': 'Roadmap Board' } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20D',
      repeat: { every: 'PT10M', times: 3 },
      personas: { 'lena.ostrow': ['ada.brook', 'ben.oduya', 'cleo.marsh'] },
    },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P20DT1H',
      replace: { '"access"': '"acl_change"', '"download"': '"change_user_access"' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT2H', personas: { 'lena.ostrow': 'dana.fisk' } },
  ],
})
