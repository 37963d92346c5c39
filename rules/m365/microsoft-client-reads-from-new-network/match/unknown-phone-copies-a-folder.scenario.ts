import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A session begins in one new network, and Outlook on an unknown phone copies a folder in another',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D' },
    { sample: 'entra/signin-user-app', at: 'P16D', replace: { '198.51.100.23': '192.0.2.44' } },
    {
      sample: 'entra/signin-device-code',
      at: 'P16DT1H',
      replace: { '"isInteractive": false': '"isInteractive": true' },
    },
    {
      sample: 'm365/mail-items-accessed-sync',
      at: 'P16DT2H',
      personas: { 'Invoice Sync Helper': 'Outlook Mobile' },
      replace: {
        'Client=REST;;': 'Client=OutlookService;Outlook-Android/2.0;',
        'InvoiceSync.exe': '',
        '2001:db8:51::17': '203.0.113.90',
      },
    },
  ],
})
