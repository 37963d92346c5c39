import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads mail with a grant that is older than the log source of mail',
  steps: [
    { sample: 'entra/audit-consent-user-mail', at: 'PT14M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P42D' },
  ],
})
