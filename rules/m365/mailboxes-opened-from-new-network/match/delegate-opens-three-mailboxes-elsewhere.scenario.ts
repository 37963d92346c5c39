import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An account opens three shared mailboxes through Exchange Web Services, ten hours apart, from a network that it never used',
  steps: [
    { sample: 'm365/sign-in', at: ['PT1M', 'P8D'] },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P16D',
      replace: {
        '203.0.113.77': '192.0.2.172',
        'Client=REST;;': 'Client=WebServices;ExchangeServicesClient/15.00.0913.015;',
      },
      repeat: {
        every: 'PT10H',
        times: 3,
        replace: {
          '"MailboxOwnerUPN": "mara.voss@': [
            '"MailboxOwnerUPN": "press@',
            '"MailboxOwnerUPN": "grants@',
            '"MailboxOwnerUPN": "board@',
          ],
          'b1c2d3e4-f506': ['b1c2d3e0-f506', 'b1c2d3e1-f506', 'b1c2d3e2-f506'],
        },
      },
    },
  ],
})
