import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that was inactive for three months reads mail',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P1D', times: 3 } },
    { sample: 'm365/mail-items-accessed-bind', at: 'P95D' },
  ],
})
