import { scenario } from '../../../lib/scenario.ts'
import written from '../match/m365-application-writes-automatic-replies.scenario.ts'

export default scenario({
  ...written,
  title:
    'An application to which one person gave access reads mailbox settings for two weeks, and a mail folder changes',
  steps: written.steps.with(-1, {
    ...written.steps.at(-1),
    replace: { 'messages?$top=1000': 'mailFolders/inbox', '"requestMethod": "GET"': '"requestMethod": "PATCH"' },
  } as (typeof written.steps)[number]),
})
