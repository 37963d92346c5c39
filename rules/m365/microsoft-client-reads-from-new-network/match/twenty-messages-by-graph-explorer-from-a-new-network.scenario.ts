import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Microsoft tool sends twenty messages from a network that is new to the account',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    {
      sample: 'm365/mail-sent-by-app',
      at: 'P16D',
      repeat: { every: 'PT90S', times: 20 },
      personas: { 'Invoice Sync Helper': 'Graph Explorer' },
      replace: { '203.0.113.77': '192.0.2.33' },
    },
  ],
})
