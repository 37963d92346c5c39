import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An administrator grants an application the mail of the tenant; a user grants more three days later, and another one the same nine days after that',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1M' },
    { sample: 'm365/consent-user-mail', at: 'P3D', personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' } },
    {
      sample: 'm365/consent-user-mail',
      at: 'P12D',
      personas: { 'mara.voss': 'lena.ostrow', 'Invoice Sync Helper': 'Harbour CRM Connector' },
      replace: {
        '2eb83b1d': '2eb83b1e',
        '4c439fde': '4c439fdf',
        'Mail.ReadWrite Mail.Send offline_access': 'Mail.Read',
      },
    },
  ],
})
