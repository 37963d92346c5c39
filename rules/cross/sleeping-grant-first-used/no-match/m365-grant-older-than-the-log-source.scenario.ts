import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Mail is read with an old grant; the log source of mail began after it',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'entra/audit-consent-user-mail', at: 'PT14M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P42D' },
  ],
})
