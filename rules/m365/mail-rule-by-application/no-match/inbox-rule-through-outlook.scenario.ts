import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user creates a mailbox rule in Outlook, and the record names Outlook as the application',
  steps: [
    { sample: 'm365/inbox-rules-updated-by-app', at: 'PT1M', personas: { 'Invoice Sync Helper': 'Microsoft Office' } },
  ],
})
