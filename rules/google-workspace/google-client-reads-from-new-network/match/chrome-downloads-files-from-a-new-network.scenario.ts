import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Chrome downloads five files from a network new to the account, and only the Drive log records the downloads',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P16D',
      repeat: { every: 'PT10S', times: 5 },
      personas: { 'Inbox Pilot': 'Google Chrome' },
    },
  ],
})
