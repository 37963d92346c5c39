import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three days after its first sign-in in a network, an account sends a message with Graph Explorer',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT2M' },
    { sample: 'entra/signin-user-app', at: 'P13D', replace: { '198.51.100.23': '192.0.2.33' } },
    {
      sample: 'm365/mail-sent-by-app',
      at: 'P16D',
      personas: { 'Invoice Sync Helper': 'Graph Explorer' },
      replace: { '203.0.113.77': '192.0.2.33' },
    },
  ],
})
