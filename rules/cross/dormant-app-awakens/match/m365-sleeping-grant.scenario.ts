import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A grant is unused for six weeks, and an application then reads mail with the grant',
  steps: [
    { sample: 'm365/mail-items-accessed-by-service', at: 'PT0S' },
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P42D' },
  ],
})
