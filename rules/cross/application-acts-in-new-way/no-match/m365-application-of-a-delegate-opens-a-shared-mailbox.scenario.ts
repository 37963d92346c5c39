import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application of three users who consented opens a shared mailbox for one of them',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1H',
      repeat: { every: 'PT1H', times: 3 },
      personas: { 'mara.voss': 3 },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P1D',
      repeat: { every: 'P1D', times: 41 },
      personas: { 'mara.voss': 3 },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P42D',
      replace: {
        '"MailboxOwnerUPN": "mara.voss@': '"MailboxOwnerUPN": "info@',
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': 'c2d3e4f5-0617-4829-9a3b-4c5d6e7f8091',
        '"MailboxOwnerSid": "S-1-5-21-1111111111-222222222-3333333333-4444444"':
          '"MailboxOwnerSid": "S-1-5-21-1111111111-222222222-3333333333-5555555"',
        '"LogonType": 0,': '"LogonType": 2,',
      },
    },
  ],
})
