import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application shares a file with a guest, who downloads it after the application was disabled',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/anonymous-link-created', at: 'PT1M' },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P20D',
      replace: {
        '"FileDownloaded"': '"SharingSet"',
        '"RecordType": 6': '"RecordType": 14',
        '"ItemType": "File"':
          '"ItemType": "File", "TargetUserOrGroupName": "lena.kurz@partner.example", "TargetUserOrGroupType": "Guest"',
      },
    },
    { sample: 'm365/service-principal-disabled', at: 'P21D' },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P23D',
      replace: {
        '"UserId": "mara.voss@northpier.example"':
          '"UserId": "lena.kurz_partner.example#EXT#@northpier.onmicrosoft.com"',
        '203.0.113.77': '192.0.2.61',
        '"ClientAppId"': '"FormerAppId"',
        '"ApplicationId"': '"FormerId"',
        '"ApplicationDisplayName"': '"FormerName"',
        '"AuthenticationType": "OAuth"': '"AuthenticationType": "FormsCookieAuth"',
        '"ClientAppName"': '"FormerAppName"',
      },
    },
  ],
})
