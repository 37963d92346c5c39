import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An assistant that reads a message a day for one person reads fifty messages and fifty files in one night',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 50 } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P50DT16H', repeat: { every: 'PT1M', times: 50 } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P50DT17H',
      replace: { '"gmail.users.messages.list"': '"drive.files.get"', '"gmail"': '"drive"' },
      repeat: { every: 'PT1M', times: 50 },
    },
    { sample: 'google-workspace/login-success', at: 'P52D' },
  ],
})
