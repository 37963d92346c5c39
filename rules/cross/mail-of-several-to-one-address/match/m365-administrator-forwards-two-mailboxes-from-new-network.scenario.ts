import { scenario } from '../../../lib/scenario.ts'
import { signInElsewhere } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title:
    'An administrator signs in from a network that they never used, and forwards two mailboxes to one address there',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { ...signInElsewhere, at: 'P16D' },
    {
      sample: 'm365/mailbox-forwards-outside',
      at: 'P16DT1H',
      personas: { 'tomas.lindqvist': 'mara.voss', 'mara.voss': 'ole.brandt' },
      replace: { '[2001:db8:51::40]:52718': '203.0.113.90', 'archive-contact': 'archive@northpier-billing.example' },
    },
    {
      sample: 'm365/mailbox-forwards-outside',
      at: 'P16DT2H',
      personas: { 'tomas.lindqvist': 'mara.voss', 'mara.voss': 'jonas.reimer' },
      replace: { '[2001:db8:51::40]:52718': '203.0.113.90', 'archive-contact': 'archive@northpier-billing.example' },
    },
  ],
})
