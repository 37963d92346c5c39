import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A traveler opens one shared mailbox five times',
  steps: [
    { sample: 'm365/sign-in', at: ['PT1M', 'P8D'] },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P16D',
      replace: { '203.0.113.77': '192.0.2.172' },
      repeat: {
        every: 'PT20M',
        times: 5,
        replace: {
          '"MailboxOwnerUPN": "mara.voss@': [
            '"MailboxOwnerUPN": "press@',
            '"MailboxOwnerUPN": "press@',
            '"MailboxOwnerUPN": "press@',
            '"MailboxOwnerUPN": "press@',
            '"MailboxOwnerUPN": "press@',
          ],
        },
      },
    },
  ],
})
