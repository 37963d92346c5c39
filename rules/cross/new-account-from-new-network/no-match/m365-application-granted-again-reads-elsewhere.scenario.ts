import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An application reads mail from a new network, and again after its grant was removed and the user consented again',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    { sample: 'm365/delegated-grant-removed', at: 'P21D' },
    { sample: 'm365/consent-user-mail', at: 'P23D' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P24D', replace: { '203.0.113.77': '192.0.2.44' } },
  ],
})
