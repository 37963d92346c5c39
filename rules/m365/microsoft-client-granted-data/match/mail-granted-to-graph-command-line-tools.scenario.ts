import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants mail to Graph Command Line Tools, then for all users an administrator, in either log',
  steps: [
    {
      sample: 'm365/consent-first-party-client',
      at: 'PT1M',
      replace: {
        'de8bc8b5-d9f9-48b1-a8ad-b748da725064': '14d82eec-204b-4c2f-b7e8-296a70dab67e',
        'Graph Explorer': 'Microsoft Graph Command Line Tools',
        'Mail.ReadWrite Files.ReadWrite.All Directory.AccessAsUser.All': 'Mail.Read',
      },
    },
    {
      sample: 'entra/audit-consent-user-mail',
      at: 'P3D',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '14d82eec-204b-4c2f-b7e8-296a70dab67e',
        'Invoice Sync Helper': 'Microsoft Graph Command Line Tools',
      },
    },
    {
      sample: 'm365/consent-tenant-wide',
      at: 'P6D',
      personas: { 'Harbour CRM Connector': 'Graph Explorer' },
    },
  ],
})
