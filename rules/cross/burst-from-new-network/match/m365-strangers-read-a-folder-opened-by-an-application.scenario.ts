import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application opens a folder to anyone with the link, and strangers download eight of its files',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/anonymous-link-created', at: 'PT1M' },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P20D',
      replace: {
        '"FileDownloaded"': '"AnonymousLinkCreated"',
        '"RecordType": 6': '"RecordType": 14',
        '/Finance/Suppliers 2026.xlsx': '/Finance',
      },
    },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P24D',
      replace: {
        '"UserId": "mara.voss@northpier.example"': '"UserId": "urn:spo:anon#6b1f0c9d8e7a4b5c"',
        '203.0.113.77': '192.0.2.61',
        '"ClientAppId"': '"FormerAppId"',
        '"ApplicationId"': '"FormerId"',
        '"ApplicationDisplayName"': '"FormerName"',
        '"AuthenticationType": "OAuth"': '"AuthenticationType": "Anonymous"',
        '"ClientAppName"': '"FormerAppName"',
      },
      repeat: {
        every: 'PT1M',
        times: 8,
        replace: { 'Suppliers 2026': ['2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026'] },
      },
    },
  ],
})
