import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator disables IMAP from a new network',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/admin-setting-unrelated', at: 'P0D' },
    {
      sample: 'google-workspace/admin-marketplace-opened-older-event',
      at: 'P20D',
      replace: {
        '198.51.100.12': '203.0.113.121',
        ENABLE_G_SUITE_MARKETPLACE: 'IMAP_ACCESS',
        '"value": "3"': '"value": "ENABLED_FOR_ALL_MAIL_CLIENTS"',
        '"value": "2"': '"value": "DISABLED"',
      },
    },
  ],
})
