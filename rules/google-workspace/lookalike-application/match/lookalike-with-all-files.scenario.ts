import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user lets an application with a name that imitates Google Drive read all files',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT1M',
      replace: {
        'Inbox Pilot': 'G00gle Drive',
        'https://mail.google.com/': 'https://www.googleapis.com/auth/drive.readonly',
      },
    },
  ],
})
