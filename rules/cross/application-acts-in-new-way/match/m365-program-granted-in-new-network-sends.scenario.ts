import { scenario } from '../../../lib/scenario.ts'
import { signInElsewhere } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title:
    'In a new network, a user grants mail access to a program that a colleague uses, and it sends a message there two days later',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    {
      sample: 'm365/mail-sent-by-app',
      at: 'PT2M',
      replace: { 'mara.voss': 'ole.brandt' },
      repeat: { every: 'P2D', times: 6 },
    },
    { ...signInElsewhere, at: 'P16D' },
    { sample: 'm365/consent-user-mail', at: 'P16DT1H' },
    { sample: 'm365/mail-sent-by-app', at: 'P18D', replace: { '203.0.113.77': '203.0.113.90' } },
  ],
})
