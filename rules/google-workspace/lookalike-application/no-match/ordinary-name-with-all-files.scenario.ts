import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user lets an application with an ordinary name read all files',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT1M',
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/drive.readonly' },
    },
  ],
})
