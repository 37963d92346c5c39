import { scenario } from '../../../lib/scenario.ts'

const guest = '"TargetUserOrGroupName": "buyer@partner.example", "TargetUserOrGroupType": "Guest", "ClientIP"'

export default scenario({
  title:
    'A day after its consent, an application shares three files with a customer, and each share is several records',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1M' },
    ...['SharingSet', 'SharingInvitationCreated', 'AddedToSharingLink', 'SharingLinkUpdated'].map((operation) => ({
      sample: 'm365/file-downloaded-by-app',
      at: 'P1D',
      replace: { '"FileDownloaded"': `"${operation}"`, '"RecordType": 6': '"RecordType": 14', '"ClientIP"': guest },
      repeat: { every: 'PT2M', times: 3, replace: { 'Suppliers 2026': ['2024', '2025', '2026'] } },
    })),
  ],
})
