import { scenario } from '../../../lib/scenario.ts'
import { signInElsewhere } from '../../scenarios/steps.ts'

export default scenario({
  title: 'An administrator signs in from a network that they never used, and opens a mailbox there',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { ...signInElsewhere, at: 'P16D' },
    {
      sample: 'm365/mailbox-permission-added',
      at: 'P16DT1H',
      personas: { 'tomas.lindqvist': 'mara.voss' },
      replace: {
        '[2001:db8:51::40]:52720': '203.0.113.90',
        '"ExternalAccess": false': '"ExternalAccess": false, "ClientAppId": "fb78d390-0c51-40cd-8e17-fdbfab77341b"',
      },
    },
  ],
})
