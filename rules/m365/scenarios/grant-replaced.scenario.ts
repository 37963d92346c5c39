import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'An application requests more permissions, and one click replaces the old grant with a new grant',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-removed', at: 'P4D', bundle: 'more' },
    { sample: 'm365/consent-user-mail', at: 'P4D', bundle: 'more' },
    { sample: 'm365/delegated-grant-added', at: 'P4D', bundle: 'more' },
  ],
})
