import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user connects a mail client popular with intruders to a mailbox',
  steps: [{ sample: 'm365/consent-user-mail', at: 'PT1M', personas: { 'Invoice Sync Helper': 'eM Client' } }],
})
