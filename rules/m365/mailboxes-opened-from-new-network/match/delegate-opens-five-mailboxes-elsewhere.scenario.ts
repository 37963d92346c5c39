import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account opens five shared mailboxes from a network that it never used',
  start: '2026-03-02T08:00:00Z',
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
            '"MailboxOwnerUPN": "grants@',
            '"MailboxOwnerUPN": "board@',
            '"MailboxOwnerUPN": "legal@',
            '"MailboxOwnerUPN": "events@',
          ],
          'b1c2d3e4-f506': ['b1c2d3e0-f506', 'b1c2d3e1-f506', 'b1c2d3e2-f506', 'b1c2d3e3-f506', 'b1c2d3e4-f506'],
        },
      },
    },
  ],
})
