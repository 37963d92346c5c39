import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account is deleted, and its application continues to read',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H' },
    { sample: 'm365/user-deleted', at: 'P11D', personas: { 'jonas.reimer': 'mara.voss' } },
    { sample: 'm365/mail-items-accessed-bind', at: 'P13D' },
  ],
})
