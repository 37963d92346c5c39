import { scenario } from '../../../lib/scenario.ts'
import applicationReadsForAccountWithoutConsent from '../match/m365-application-reads-for-account-without-consent.scenario.ts'

export default scenario({
  ...applicationReadsForAccountWithoutConsent,
  title: 'An application of three users who consented opens a shared mailbox for one of them',
  steps: applicationReadsForAccountWithoutConsent.steps.with(-1, {
    sample: 'm365/mail-items-accessed-bind',
    at: 'P42D',
    replace: {
      '"MailboxOwnerUPN": "mara.voss@': '"MailboxOwnerUPN": "info@',
      'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4f5-0617-4829-9a3b-4c5d6e7f8091',
      '"MailboxOwnerSid": "S-1-5-21-1111111111-222222222-3333333333-4444444"':
        '"MailboxOwnerSid": "S-1-5-21-1111111111-222222222-3333333333-5555555"',
      '"LogonType": 0,': '"LogonType": 2,',
    },
  }),
})
