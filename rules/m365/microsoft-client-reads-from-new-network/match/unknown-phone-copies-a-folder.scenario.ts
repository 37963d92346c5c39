import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A session begins in one new network, and Outlook on an unknown phone copies a folder in another',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    { sample: 'entra/signin-user-app', at: 'P16D', replace: { db68a80f: 'db68a82f', '198.51.100.23': '192.0.2.44' } },
    {
      sample: 'entra/signin-device-code',
      at: 'P16DT1H',
      replace: { '"isInteractive": false': '"isInteractive": true' },
    },
    {
      sample: 'm365/mail-items-accessed-sync',
      at: 'P16DT2H',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '27922004-5251-4030-b22d-91ecd9a37ea4',
        'Client=REST;;': 'Client=OutlookService;Outlook-Android/2.0;',
        'InvoiceSync.exe': '',
        '2001:db8:51::17': '203.0.113.90',
      },
    },
  ],
})
