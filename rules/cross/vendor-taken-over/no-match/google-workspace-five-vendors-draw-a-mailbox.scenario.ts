import { scenario } from '../../../lib/scenario.ts'
import vendorDrawsFiveMailboxes from '../match/google-workspace-vendor-draws-five-mailboxes.scenario.ts'

export default scenario({
  ...vendorDrawsFiveMailboxes,
  title: 'Five applications that read little each download one mailbox within a day',
  steps: vendorDrawsFiveMailboxes.steps.map((step) =>
    step.repeat ? { ...step, personas: { 'lena.ostrow': 5, 'Inbox Pilot': 5 } } : step,
  ),
})
