import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Office reads chats, Outlook reads mail, and the OneDrive client reads files where the user signs in',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P16DT1M',
      repeat: { every: 'PT1M', times: 8 },
      personas: { 'Invoice Sync Helper': 'Microsoft Office' },
      replace: {
        'python-requests/2.32.3': 'Microsoft Office/16.0',
        '/me/messages?$top=1000': '/me/chats',
        '203.0.113.77': '198.51.100.23',
      },
    },
    {
      sample: 'm365/mail-items-accessed-by-service',
      at: 'P16DT13M',
      repeat: { every: 'PT1M', times: 6 },
      replace: {
        '9ea1ad79-fdb6-4f9a-8bc3-2b70f96e34c7': '27922004-5251-4030-b22d-91ecd9a37ea4',
        '203.0.113.8': '198.51.100.23',
      },
    },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P16DT25M',
      repeat: { every: 'PT1M', times: 8 },
      personas: { 'Invoice Sync Helper': 'OneDrive SyncEngine' },
      replace: { 'Go-http-client/2.0': 'Microsoft SkyDriveSync 24.1', '203.0.113.77': '198.51.100.23' },
    },
  ],
})
