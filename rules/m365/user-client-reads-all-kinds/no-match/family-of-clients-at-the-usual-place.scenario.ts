import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Office reads chats, Outlook reads mail, and the OneDrive client reads files where the user signs in',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P16DT1M',
      repeat: { every: 'PT1M', times: 8 },
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
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
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'ab9b8c07-8f02-4f72-87fa-80105867a763',
        'Invoice Sync Helper': 'OneDrive SyncEngine',
        'Go-http-client/2.0': 'Microsoft SkyDriveSync 24.1',
        '203.0.113.77': '198.51.100.23',
      },
    },
  ],
})
