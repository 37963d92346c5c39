import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes rclone from the office network',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20D',
      personas: { 'Inbox Pilot': 'rclone' },
      replace: { '"WEB"': '"NATIVE_DESKTOP"' },
    },
  ],
})
