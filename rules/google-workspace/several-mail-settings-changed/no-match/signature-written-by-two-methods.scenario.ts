import { scenario } from '../../../lib/scenario.ts'
import replyAddressAndAutomaticReplyChanged from '../match/reply-address-and-automatic-reply-changed.scenario.ts'

export default scenario({
  ...replyAddressAndAutomaticReplyChanged,
  title: 'A signature product changes the sender of one mailbox with two methods',
  steps: replyAddressAndAutomaticReplyChanged.steps.with(-1, {
    sample: 'google-workspace/token-activity-gmail',
    at: 'P1DT18H',
    replace: { 'gmail.users.messages.list': 'gmail.users.settings.sendAs.update' },
  }),
})
