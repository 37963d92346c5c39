import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three users grant an application the mail that it reads for the tenant; a fourth does so weeks later',
  start: '2026-03-10T08:00:00Z',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1M' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3D',
      personas: {
        'mara.voss': ['ole.brandt', 'lena.ostrow', 'joost.hale'],
        'Invoice Sync Helper': 'Harbour CRM Connector',
      },
      replace: { 'Mail.ReadWrite Mail.Send offline_access': 'Mail.Read' },
      repeat: { every: 'P1D', times: 3 },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P50D',
      personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
      replace: { 'Mail.ReadWrite Mail.Send offline_access': 'Mail.Read' },
    },
  ],
})
