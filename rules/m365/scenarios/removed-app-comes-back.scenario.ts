import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'An administrator removes a grant; two days later the user consents to the same application',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-removed', at: 'P2D' },
    { sample: 'm365/consent-user-mail', at: 'P4D', bundle: 'again' },
    { sample: 'm365/delegated-grant-added', at: 'P4D', bundle: 'again' },
  ],
})
