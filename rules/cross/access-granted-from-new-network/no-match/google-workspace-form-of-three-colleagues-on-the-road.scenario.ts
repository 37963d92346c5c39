import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes an application that three colleagues connected two weeks ago and use, from a new network',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    { sample: 'google-workspace/token-authorize-mail', at: 'P10D', personas: { 'lena.ostrow': 'ole.brandt' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P11D', personas: { 'lena.ostrow': 'ines.moreau' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P12D', personas: { 'lena.ostrow': 'petr.novak' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P24D', personas: { 'lena.ostrow': 'ole.brandt' } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P25D',
      replace: { '198.51.100.71': '203.0.113.121', '64496': '64511' },
    },
  ],
})
