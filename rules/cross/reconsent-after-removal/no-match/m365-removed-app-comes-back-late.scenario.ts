import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A grant is removed, and the user consents to the same application a month later',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-removed', at: 'P2D' },
    { sample: 'm365/consent-user-mail', at: 'P34D', bundle: 'again' },
    { sample: 'm365/delegated-grant-added', at: 'P34D', bundle: 'again' },
  ],
})
