import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application uses a grant from the first day',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/mail-items-accessed-by-service', at: 'PT0S' },
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P42D' },
  ],
})
